package org.ringback.diagnosis.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.network.DnsLookup;
import org.ringback.network.DnsLookup.Outcome;
import org.ringback.network.NetworkEvent;

/** A host looks for a SIP domain by DNS, and nothing of it is found: then it has nobody to send anything to (RFC 3263, 4). */
final class FailedNames implements Pattern {

    private static final Kind NOT_FOUND =
            Kind.of("incident-domain-not-found", Weight.FAILURE, 3263, "4", "client", "name", "resolver", "count");
    private static final Kind NOT_ANSWERED =
            Kind.of("incident-dns-silent", Weight.FAILURE, 3263, "4", "client", "name", "resolver", "count");

    private static final Kind NO_SUCH_SERVER =
            Kind.of("incident-server-not-found", Weight.FAILURE, 3263, "4.2", "client", "name", "target", "resolver");

    /** One answer may be missing in the capture alone. */
    private static final int PROOF = 2;

    /** Who knows another server turns to it long before; INVITE itself gives up by then (RFC 3261, 17.1.1.2). */
    private static final Duration ELSEWHERE = Duration.ofSeconds(32);

    private record Domain(String client, String name) {}

    @Override
    public List<Kind> kinds() {
        return List.of(NOT_FOUND, NOT_ANSWERED, NO_SUCH_SERVER);
    }

    @Override
    public List<Incident> in(Traffic traffic) {
        Map<Domain, List<DnsLookup>> domains = new LinkedHashMap<>();
        for (NetworkEvent event : traffic.network().all()) {
            if (event instanceof DnsLookup lookup) {
                domains.computeIfAbsent(
                                new Domain(lookup.client().host(), domain(lookup.name())), _ -> new ArrayList<>())
                        .add(lookup);
            }
        }
        var responses = new Responses(
                traffic, domains.keySet().stream().map(Domain::client).collect(Collectors.toSet()));
        var known = new KnownNames(traffic, domains.values());
        List<Incident> found = new ArrayList<>();
        domains.forEach((domain, lookups) -> {
            boolean answered = lookups.stream().anyMatch(lookup -> lookup.outcome() == Outcome.ANSWERED);
            boolean ofSip = lookups.stream().anyMatch(DnsLookup::ofSip);
            // Who finds no service asks for the address as well; one that has not done so may have known it.
            boolean addressToo = lookups.stream()
                    .anyMatch(lookup -> lookup.type() == DnsLookup.Type.A || lookup.type() == DnsLookup.Type.AAAA);
            boolean silent = lookups.stream().allMatch(lookup -> lookup.outcome() == Outcome.UNANSWERED);
            if (ofSip && !answered && lookups.stream().noneMatch(lookup -> traffic.told(lookup.seen()))) {
                int asked = lookups.stream().mapToInt(DnsLookup::tries).sum();
                if (silent && asked >= PROOF) {
                    found.add(incident(NOT_ANSWERED, Certainty.LIKELY, domain, lookups, asked));
                } else if (!silent && !known.reached(domain.client(), domain.name())) {
                    boolean elsewhere = known.found(domain.name())
                            || responses.came(
                                    domain.client(), lookups.getLast().seen().time(), ELSEWHERE);
                    Certainty certainty = addressToo && !elsewhere ? Certainty.CERTAIN : Certainty.LIKELY;
                    found.add(incident(NOT_FOUND, certainty, domain, lookups, asked));
                }
            }
            if (answered) {
                withoutServer(domain, lookups, domains, traffic, responses).ifPresent(found::add);
            }
        });
        return found;
    }

    /** All the servers that the records of a service name were looked for, and none of them exists. */
    private static Optional<Incident> withoutServer(
            Domain domain,
            List<DnsLookup> lookups,
            Map<Domain, List<DnsLookup>> domains,
            Traffic traffic,
            Responses responses) {
        List<DnsLookup> services = lookups.stream()
                .filter(lookup -> lookup.outcome() == Outcome.ANSWERED)
                .toList();
        boolean named = services.stream()
                .allMatch(lookup -> lookup.ofSip() && !lookup.targets().isEmpty());
        List<DnsLookup> servers = new ArrayList<>();
        for (DnsLookup service : services) {
            for (String target : service.targets()) {
                List<DnsLookup> asked = domains.getOrDefault(new Domain(domain.client(), target), List.of());
                // Who asks for the newer kind of address alone may know the other one.
                boolean older = asked.stream().anyMatch(lookup -> lookup.type() == DnsLookup.Type.A);
                if (!older || !asked.stream().allMatch(lookup -> lookup.outcome() == Outcome.NO_NAME)) {
                    return Optional.empty();
                }
                servers.addAll(asked);
            }
        }
        if (!named
                || servers.stream().anyMatch(lookup -> traffic.told(lookup.seen()))
                || responses.came(domain.client(), servers.getFirst().seen().time(), ELSEWHERE)) {
            return Optional.empty();
        }
        return Optional.of(new Incident(
                Finding.about(NO_SUCH_SERVER, Certainty.LIKELY)
                        .seen(List.of(
                                services.getFirst().seen(), servers.getFirst().seen()))
                        .with("client", domain.client())
                        .with("name", domain.name())
                        .with(
                                "target",
                                Value.of(servers.stream()
                                        .map(DnsLookup::name)
                                        .distinct()
                                        .toList()))
                        .with("resolver", servers.getFirst().to().host())
                        .found(),
                List.of()));
    }

    private static Incident incident(
            Kind kind, Certainty certainty, Domain domain, List<DnsLookup> lookups, int asked) {
        return new Incident(
                Finding.about(kind, certainty)
                        .seen(lookups.stream().map(DnsLookup::seen).limit(5).toList())
                        .with("client", domain.client())
                        .with("name", domain.name())
                        .with("resolver", lookups.getFirst().to().host())
                        .with("count", Value.of(asked))
                        .found(),
                List.of());
    }

    /** A name without what stands for a service (RFC 2782). */
    static String domain(String name) {
        String rest = name;
        while (rest.startsWith("_") && rest.indexOf('.') > 0) {
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return rest;
    }
}
