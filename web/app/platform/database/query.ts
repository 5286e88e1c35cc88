import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { AppError } from "#app/platform/errors";
import type { Prisma } from "#app/platform/generated/client";
import { currentScope, refuse } from "#app/platform/scope";
import { type Statement, traceStatement } from "#app/platform/tracing/trace-statement";
import type { Db } from "./database";
import { createShares } from "./shares";

/** What `Retry-After` says when no connection was free in time, in seconds. */
const RETRY_AFTER = 2;

/** The pool of a client, or the connection of a transaction. */
const drivers = new WeakMap<Db, pg.Pool | pg.PoolClient>();
const transactions = new WeakMap<pg.PoolClient, Db>();

/** Drivers whose connections are server sessions, which keep prepared statements. */
const sessions = new WeakSet<pg.Pool | pg.PoolClient>();

/** Receives the connection of the transaction that is being opened in this async context. */
const opening = new AsyncLocalStorage<((connection: pg.PoolClient) => void) | null>();

type Callback = Parameters<pg.Pool["connect"]>[0];

/** Traces a statement whose result is awaited; the pool's own, with callbacks, are part of one. */
function traced(args: unknown[], send: () => unknown): unknown {
  if (args.some((argument) => typeof argument === "function")) return send();
  return traceStatement(args[0] as Statement, send as () => Promise<unknown>);
}

class TracedClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the driver has ten signatures, and all go on.
  override query(...args: any[]): any {
    return traced(args, () => super.query(...(args as [never])));
  }
}

/**
 * Connections that one person may have at a time: all but one. Two at least, since an import has one
 * for its transaction and another beside it.
 */
const shareOf = (poolSize: number): number => Math.max(2, poolSize - 1);

/**
 * A pool that shares the connections of transactions with {@link query}, and does not give all of them
 * to one person: whoever asks for a great deal of work waits for themselves, and others are answered.
 */
class SharedPool extends pg.Pool {
  readonly shares = createShares<pg.PoolClient>(
    shareOf(this.options.max),
    this.options.connectionTimeoutMillis ?? 0,
  );

  // biome-ignore lint/suspicious/noExplicitAny: as above.
  override query(...args: any[]): any {
    return traced(args, () => super.query(...(args as [never])));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): unknown {
    const person = currentScope()?.user;
    // The pool's own queries connect with a callback; they are not part of a transaction.
    if (callback) return this.connectFor(person, callback);
    const { promise, resolve, reject } = Promise.withResolvers<pg.PoolClient>();
    this.connectFor(person, (error, connection) =>
      connection ? resolve(connection) : reject(error),
    );
    const onConnection = opening.getStore();
    if (!onConnection) return promise;
    return promise.then((connection) => {
      onConnection(connection);
      return pipelineBegin(connection);
    });
  }

  private connectFor(person: string | undefined, callback: Callback): void {
    const { shares } = this;
    const connect = () =>
      super.connect((error, connection, done) => {
        if (person !== undefined) {
          if (connection) shares.holds(connection, person);
          else shares.give(person);
        }
        callback(error && toBusy(error), connection, done);
      });
    if (person === undefined || shares.takeNow(person)) connect();
    else shares.take(person).then(connect, (error) => callback(toBusy(error), undefined, () => {}));
  }
}

/** The error of a pool with no free connection, for a caller who may come again; others as they are. */
function toBusy(error: Error): Error {
  if (error.message !== "timeout exceeded when trying to connect") return error;
  return refuse(new AppError("busy", 503, { values: { retryAfter: RETRY_AFTER }, cause: error }));
}

/**
 * Makes the first statement of a connection, the BEGIN of Prisma, return before its response: one
 * round trip less per transaction. If BEGIN fails, every later statement rejects with its error,
 * COMMIT included. The statements that were sent before the response arrived have then run outside
 * a transaction.
 */
function pipelineBegin(connection: pg.PoolClient): pg.PoolClient {
  const send = connection.query.bind(connection) as (
    config: pg.QueryConfig,
  ) => Promise<pg.QueryResult>;
  let began: Promise<pg.QueryResult> | undefined;
  const query = async (config: pg.QueryConfig): Promise<Partial<pg.QueryResult>> => {
    if (began) return (await Promise.all([send(config), began]))[0];
    began = send(config);
    const restore = () => {
      if (connection.query === (query as unknown)) Reflect.deleteProperty(connection, "query");
    };
    // A rejection is reported by the statements that follow.
    began.then(restore, () => {});
    return { rows: [], fields: [], rowCount: 0 };
  };
  return Object.assign(connection, { query });
}

/**
 * Opens a pool of connections for {@link registerPool}.
 *
 * @param direct false when a transaction pooler may be in between: it keeps no prepared statements
 */
export function openPool(config: pg.PoolConfig, direct: boolean): pg.Pool {
  const pool = new SharedPool({ ...config, Client: TracedClient });
  if (direct) {
    sessions.add(pool);
    pool.on("connect", (connection) => sessions.add(connection));
  }
  // Emitted for idle connections that the server closed; the next query opens a new one.
  pool.on("error", () => {});
  // A transaction that has ended or timed out loses its connection; the client reports the error.
  pool.on("release", (_error, connection) => {
    const ended = transactions.get(connection);
    if (ended) drivers.delete(ended);
    transactions.delete(connection);
    // Left over from a BEGIN that failed.
    Reflect.deleteProperty(connection, "query");
    pool.shares.released(connection);
  });
  return pool;
}

/** Makes {@link query} use the pool that a client was created with. */
export function registerPool(db: Db, pool: pg.Pool): void {
  drivers.set(db, pool);
}

/**
 * Opens a transaction whose connection {@link query} uses.
 *
 * @param begin opens the transaction and runs its argument in it
 * @param work the statements of the transaction
 * @returns what `work` returns
 * @throws what `work` throws; the error of BEGIN or COMMIT
 */
export function openTransaction<T>(
  begin: (work: (tx: Db) => Promise<T>) => Promise<T>,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  let connection: pg.PoolClient | undefined;
  const onConnection = (acquired: pg.PoolClient) => {
    connection = acquired;
  };
  return opening.run(onConnection, () =>
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
 * Returns the rows of a frequent query, straight from the driver: half the cost of the Prisma
 * client, also within a transaction of `inTransaction`. Counts are numbers only when they are cast
 * to integer.
 *
 * @param name for a statement with constant text that finds rows by a key: direct connections plan
 *   it once. Every name belongs to one statement.
 * @throws the driver's `DatabaseError`
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
