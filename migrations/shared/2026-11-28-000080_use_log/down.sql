drop table result_report;
drop table use_log;
