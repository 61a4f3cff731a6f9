package org.ringback.diagnosis.incident;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ringback.call.Message;
import org.ringback.network.DnsLookup;
import org.ringback.network.DnsLookup.Outcome;

/** Domains that were found, be it by DNS or because somebody there answered: of these nobody may say that they do not exist. */
final class KnownNames {

    private final Set<String> found = new HashSet<>();
    /** Who sent requests for a domain that were answered, by the domain. */
    private final Map<String, Set<String>> reached = new HashMap<>();

    KnownNames(Traffic traffic, Collection<List<DnsLookup>> asked) {
        if (asked.isEmpty()) {
            return;
        }
        asked.stream().flatMap(List::stream).forEach(lookup -> {
            if (lookup.outcome() == Outcome.ANSWERED) {
                found.add(FailedNames.domain(lookup.name()));
            }
        });
        traffic.all().stream()
                .filter(struck -> !struck.withoutResponse())
                .forEach(struck -> reached.computeIfAbsent(
                                struck.call().to().host().toLowerCase(Locale.ROOT), _ -> new HashSet<>())
                        .addAll(senders(struck)));
    }

    private static Set<String> senders(Struck struck) {
        Set<String> senders = new HashSet<>();
        for (Message message : struck.call().messages()) {
            if (message.head().request() && !message.insideDialog()) {
                senders.add(message.captured().source().host());
            }
        }
        return senders;
    }

    /** Whether DNS named an address or a server for it, whoever asked whomever. */
    boolean found(String name) {
        return found.contains(name);
    }

    /** Whether a host sent a request for the domain that was answered: then it knows an address from elsewhere. */
    boolean reached(String client, String name) {
        return reached.getOrDefault(name, Set.of()).contains(client);
    }
}
