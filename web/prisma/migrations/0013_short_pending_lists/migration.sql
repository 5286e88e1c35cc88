-- What is new waits in a list before it is sorted into an index for search. With the 4 MB that are
-- usual, one task in some thousands waits until all of them are sorted in, and each search reads the
-- list through; with 64 kB it is some fifty.
-- https://www.postgresql.org/docs/current/gin.html#GIN-FAST-UPDATE
ALTER INDEX task_search_text_idx SET (gin_pending_list_limit = 64);
ALTER INDEX task_search_vector_idx SET (gin_pending_list_limit = 64);
