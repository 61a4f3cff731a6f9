package org.ringback.ladder;

import java.util.List;

/**
 * One host, or one of its sockets.
 *
 * @param id the same as long as the grouping stays; tells columns apart
 * @param name as it heads the column; empty if nothing in the messages names it
 * @param addresses under which it was seen, without those that the name already is
 * @param product what it says it is in User-Agent or Server, or empty
 */
public record Column(String id, String name, List<String> addresses, String product) {

    public Column {
        addresses = List.copyOf(addresses);
    }

    /** Whether anything in the messages tells who it is. */
    public boolean known() {
        return !name.isEmpty();
    }
}
