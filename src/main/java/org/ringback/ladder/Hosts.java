package org.ringback.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.call.Message;
import org.ringback.ladder.Ends.End;
import org.ringback.sip.Header;
import org.ringback.sip.NameAddr;
import org.ringback.sip.Printable;
import org.ringback.sip.SipMessage;

/** What the messages prove about the hosts that sent and got them. */
final class Hosts {

    /** So many messages of a host are read to find out what it is. */
    private static final int MOST_READ = 3;

    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<Journey, String> senders = new HashMap<>();
    private final Set<Said> said = new HashSet<>();
    /** What the hosts of a group call themselves: of several names the first one by the alphabet. */
    private final Map<String, String> names = new HashMap<>();

    /** A request on its way to a host: from wherever it was seen to come, its sender is one. */
    private record Journey(String branch, String sentBy, String method, String to) {}

    /** What one and not another response says, on whichever hop. */
    private record Said(int status, long cseq, String method, String toTag) {}

    private static final class Host {
        private final Set<String> viaNames = new LinkedHashSet<>();
        private final Set<String> contactNames = new LinkedHashSet<>();
        private String product = "";
        private int read;
        private String sameAs = "";

        /** How it always names itself; empty if it has several names. */
        private String name() {
            return viaNames.size() == 1 ? only(viaNames) : viaNames.isEmpty() ? only(contactNames) : "";
        }

        private static String only(Set<String> names) {
            return names.size() == 1 && Ends.isName(names.iterator().next())
                    ? names.iterator().next()
                    : "";
        }
    }

    Hosts(List<Arrow> arrows, Ends ends, Content content) {
        for (Arrow arrow : arrows) {
            if (arrow.repeats().isEmpty()) {
                learn(arrow.message(), ends.from(arrow.message()), ends.to(arrow.message()), content);
            }
        }
        hosts.forEach((host, known) -> {
            String name = known.name();
            if (!name.isEmpty()) {
                names.merge(group(host), name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        });
    }

    private void learn(Message message, End from, End to, Content content) {
        String sentBy = Ends.host(Printable.brief(message.head().sentBy()));
        if (message.head().request()) {
            if (from.known()) {
                Host sender = host(from);
                note(sender, sentBy);
                meet(message, from, to);
                identify(message, sender, content);
            }
        } else {
            if (to.known()) {
                note(host(to), sentBy);
            }
            var head = message.head();
            // Only who says it first can be its author; the others pass it on.
            if (said.add(new Said(head.status(), head.cseq(), head.method(), head.toTag())) && from.known()) {
                identify(message, host(from), content);
            }
        }
    }

    private Host host(End end) {
        return hosts.computeIfAbsent(end.host(), _ -> new Host());
    }

    private static void note(Host host, String viaName) {
        if (!viaName.isEmpty()) {
            host.viaNames.add(viaName);
        }
    }

    /** The same request to the same host from two addresses: it was captured on both sides of a NAT. */
    private void meet(Message request, End from, End to) {
        if (!to.known()
                || request.head().branch().isEmpty()
                || request.head().sentBy().isEmpty()) {
            return;
        }
        String first = senders.putIfAbsent(
                new Journey(
                        request.head().branch(),
                        request.head().sentBy(),
                        request.head().method(),
                        to.host()),
                from.host());
        if (first != null && !group(first).equals(group(from.host()))) {
            hosts.get(group(from.host())).sameAs = first;
        }
    }

    private String group(String host) {
        String group = host;
        while (!hosts.get(group).sameAs.isEmpty()) {
            group = hosts.get(group).sameAs;
        }
        // The way there is as long as a file makes it, and is gone again and again.
        for (String at = host; !at.equals(group); ) {
            String next = hosts.get(at).sameAs;
            hosts.get(at).sameAs = group;
            at = next;
        }
        return group;
    }

    /** User-Agent, Server and Contact are the sender's own if nobody was there before: a request with one Via. */
    private static void identify(Message message, Host host, Content content) {
        if (host.read >= MOST_READ) {
            return;
        }
        host.read++;
        SipMessage read = content.parse(message);
        if (read.request() && read.vias().size() > 1) {
            return;
        }
        if (host.product.isEmpty()) {
            host.product = read.header(read.request() ? "User-Agent" : "Server")
                    .or(() -> read.header("User-Agent"))
                    .map(Header::value)
                    .map(Printable::brief)
                    .orElse("");
        }
        if (read.request()) {
            read.addresses("Contact").stream()
                    .map(NameAddr::uri)
                    .map(uri -> Ends.host(Printable.brief(uri.host())))
                    .filter(name -> !name.isEmpty())
                    .forEach(host.contactNames::add);
        }
    }

    /** The id of the column to which an end belongs. */
    String id(End end, Grouping grouping) {
        return switch (grouping) {
            case ADDRESS -> end.host();
            case PORT -> end.socket();
            case NAME -> name(end);
        };
    }

    /** Of hosts that call themselves by the same name each is the same one. */
    private String name(End end) {
        if (!hosts.containsKey(end.host())) {
            return end.host();
        }
        String group = group(end.host());
        return names.getOrDefault(group, group);
    }

    /** The columns in the order in which their hosts appear. */
    List<Column> columns(List<End> appearance, Grouping grouping) {
        Map<String, Set<End>> byId = new LinkedHashMap<>();
        Map<End, String> ids = new HashMap<>();
        for (End end : appearance) {
            String id = ids.computeIfAbsent(end, wanted -> id(wanted, grouping));
            byId.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(end);
        }
        List<Column> columns = new ArrayList<>();
        byId.forEach((id, ends) -> columns.add(column(id, ends, grouping)));
        return columns;
    }

    private Column column(String id, Set<End> ends, Grouping grouping) {
        List<String> addresses = ends.stream()
                .map(End::host)
                .filter(host -> !host.equals(id) && !host.isEmpty())
                .distinct()
                .toList();
        String product = ends.stream()
                .map(End::host)
                .filter(hosts::containsKey)
                .map(host -> hosts.get(host).product)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        boolean nameless = grouping == Grouping.NAME && !Ends.isName(id) && !product.isEmpty();
        return nameless
                ? new Column(id, product, List.of(id), product)
                : new Column(id, id, grouping == Grouping.PORT ? List.of() : addresses, product);
    }
}
