import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import type { Db } from "./database";
import type { Prisma } from "./generated/client";

/** Where the queries of a client go, or those of a transaction of it. */
const drivers = new WeakMap<Db, pg.Pool | pg.PoolClient>();
const transactions = new WeakMap<pg.PoolClient, Db>();

/** Those whose connections are sessions of the server: what one prepares, it has. */
const sessions = new WeakSet<pg.Pool | pg.PoolClient>();

/** Told which connection the transaction that is being opened here has got. */
const opening = new AsyncLocalStorage<((connection: pg.PoolClient) => void) | null>();

/** A pool whose transactions let {@link query} have their connection. */
class SharedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool["connect"]>[0]): void;
  override connect(callback?: Parameters<pg.Pool["connect"]>[0]): unknown {
    // By a callback come the pool's own queries, which are no transaction.
    if (callback) return super.connect(callback);
    return super.connect().then((connection) => {
      const take = opening.getStore();
      if (!take) return connection;
      take(connection);
      return beginAtOnce(connection);
    });
  }
}

/**
 * Lets the BEGIN that comes first be sent and not waited for, which is one trip to the database less.
 * It can fail only as the connection does, and what is sent behind it then fails too.
 */
function beginAtOnce(connection: pg.PoolClient): pg.PoolClient {
  const begin = async (config: pg.QueryConfig) => {
    Reflect.deleteProperty(connection, "query");
    connection.query(config).catch(() => {});
    return { rows: [], fields: [], rowCount: 0 };
  };
  return Object.assign(connection, { query: begin });
}

/**
 * Opens a pool of connections that clients can be made with.
 *
 * @param direct false where a transaction pool may lie between, which keeps no prepared statements
 */
export function openPool(config: pg.PoolConfig, direct: boolean): pg.Pool {
  const pool = new SharedPool(config);
  if (direct) {
    sessions.add(pool);
    pool.on("connect", (connection) => sessions.add(connection));
  }
  // An idle connection that the server ends is replaced at the next query.
  pool.on("error", () => {});
  // A transaction that is over, or had no more time, has no connection: its client says so.
  pool.on("release", (_error, connection) => {
    const over = transactions.get(connection);
    if (over) drivers.delete(over);
    transactions.delete(connection);
  });
  return pool;
}

/** Lets {@link query} use the pool that a client was made with. */
export function rememberPool(db: Db, pool: pg.Pool): void {
  drivers.set(db, pool);
}

/**
 * Opens a transaction of a client so that {@link query} takes its connection.
 *
 * @param begin opens it, and lets its argument do what is to be done in it
 */
export function openTransaction<T>(
  begin: (work: (tx: Db) => Promise<T>) => Promise<T>,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  let connection: pg.PoolClient | undefined;
  const take = (taken: pg.PoolClient) => {
    connection = taken;
  };
  return opening.run(take, () =>
    begin((tx) => {
      if (connection) {
        drivers.set(tx, connection);
        transactions.set(connection, tx);
      }
      return opening.run(null, () => work(tx));
    }),
  );
}

/**
 * The rows of a query that is asked for often: straight from the driver, which costs half of what
 * the client does, also within a transaction of `inTransaction`. Counts come as numbers only when
 * they are cast to integer.
 *
 * @param name for a statement whose text is always the same, of rows found by a key: where
 *   connections are direct, each plans it once. No two have the same name.
 */
export async function query<Row extends object>(
  db: Db,
  sql: Prisma.Sql,
  name?: string,
): Promise<Row[]> {
  const driver = drivers.get(db);
  if (!driver) return db.$queryRaw<Row[]>(sql);
  const { text, values } = sql;
  const prepared = name !== undefined && sessions.has(driver);
  return (await driver.query<Row>({ text, values, ...(prepared && { name }) })).rows;
}
