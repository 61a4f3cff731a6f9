package org.ringback.comparison;

import java.util.List;
import org.ringback.handbook.Reference;

/** Where to learn more: a place in an RFC, its title, and which of the codes it is about. */
public record Source(Reference reference, String title, List<Integer> codes) {}
