package com.example.portal;

import java.util.List;

/**
 * An event of the city, a record that the library has never heard of.
 *
 * @param id stands in URLs
 * @param title what is announced
 * @param topics ids or aliases of topics
 */
record CityEvent(String id, String title, List<String> topics) {}
