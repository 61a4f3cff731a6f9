package org.ringback.comparison;

import java.util.List;
import java.util.Map;

/**
 * A hand-written note on two codes that people really confuse.
 *
 * @param heart the one thing that separates them
 * @param differences whole sentences, in no particular order of the codes
 * @param use for each number, when it is the right one
 * @param tell how to tell in a trace which of the two it really is
 */
public record Contrast(String heart, List<String> differences, Map<Integer, String> use, String tell) {}
