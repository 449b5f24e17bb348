drop index booking_of_person;
