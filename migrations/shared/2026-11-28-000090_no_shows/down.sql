drop table no_show;
