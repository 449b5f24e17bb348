-- What somebody used of a facility is read for each of their requests: their bookings of its resources, and none of
-- all the others that they ever made.
create index booking_of_person on booking (user_id, resource_id, starts_at);
