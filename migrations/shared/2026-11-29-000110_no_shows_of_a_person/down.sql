drop index no_show_user;
alter table no_show drop column user_id;
