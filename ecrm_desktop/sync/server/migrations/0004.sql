-- What fills a file goes out as the text that it is; a function's answer has one type for ever.

DROP FUNCTION IF EXISTS fill_v1(uuid, uuid, text, uuid, integer);
