package org.ringback.comparison;

/** One facet in which two codes do not differ. */
public record Agreement(String about, String value) {}
