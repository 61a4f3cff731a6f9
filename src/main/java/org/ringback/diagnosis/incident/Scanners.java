package org.ringback.diagnosis.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** Somebody looks for accounts or for a way out to the telephone network: many names or prefixes are tried, and all refused. */
final class Scanners implements Pattern {

    private static final Kind NAMED =
            Kind.of("incident-scanner", Weight.TROUBLE, 3261, "26.1.1", "host", "count", "agent");
    private static final Kind ACCOUNTS =
            Kind.of("incident-accounts-tried", Weight.TROUBLE, 3261, "26.1.1", "host", "count");
    private static final Kind PREFIXES =
            Kind.of("incident-prefixes-tried", Weight.TROUBLE, 3261, "26.1.1", "host", "count", "number");

    /** Names that scanning programs give themselves in User-Agent. */
    private static final List<String> AGENTS = List.of(
            "friendly-scanner",
            "friendly-request",
            "sipvicious",
            "sundayddr",
            "sipcli",
            "sip-scan",
            "sipscan",
            "iwar",
            "sivus",
            "pplsip",
            "vaxsipuseragent",
            "smap");

    /** So many accounts no phone has. */
    private static final int ACCOUNTS_TRIED = 8;

    /** So many ways to dial one number no dial plan has. */
    private static final int PREFIXES_TRIED = 5;

    /** By so many last digits a number is the same under any prefix. */
    private static final int OWN_DIGITS = 7;

    @Override
    public List<Kind> kinds() {
        return List.of(NAMED, ACCOUNTS, PREFIXES);
    }

    @Override
    public List<Incident> in(Traffic traffic) {
        Map<String, List<Struck>> bySource = new LinkedHashMap<>();
        for (Struck struck : traffic.all()) {
            if (!struck.client().host().isEmpty()
                    && struck.call().opening().head().request()) {
                bySource.computeIfAbsent(struck.client().host(), _ -> new ArrayList<>())
                        .add(struck);
            }
        }
        List<Incident> found = new ArrayList<>();
        bySource.forEach((host, asked) -> named(host, asked)
                .or(() -> accounts(host, asked))
                .or(() -> prefixes(host, asked))
                .ifPresent(found::add));
        return found;
    }

    private static Optional<Incident> named(String host, List<Struck> asked) {
        List<Struck> scans =
                asked.stream().filter(struck -> agent(struck).isPresent()).toList();
        return scans.isEmpty()
                ? Optional.empty()
                : Optional.of(incident(
                        about(NAMED, Certainty.LIKELY, host, scans)
                                .with("agent", agent(scans.getFirst()).orElseThrow()),
                        scans));
    }

    private static Optional<String> agent(Struck struck) {
        return struck.call().opening().header("User-Agent", "").filter(Scanners::scans);
    }

    private static boolean scans(String agent) {
        String name = agent.toLowerCase(Locale.ROOT);
        for (String scanner : AGENTS) {
            if (name.contains(scanner)) {
                return true;
            }
        }
        return false;
    }

    /** A gateway that registers all its lines in vain logs in; who guesses which names there are does not. */
    private static Optional<Incident> accounts(String host, List<Struck> asked) {
        List<Struck> registrations = asked.stream()
                .filter(struck -> struck.call().kind() == CallKind.REGISTRATION)
                .toList();
        List<Struck> tried = registrations.stream()
                .filter(struck -> refusedWith(struck, Set.of(401, 403, 404, 407)) && !loggedIn(struck))
                .toList();
        boolean onlyGuesses = tried.size() == registrations.size();
        return onlyGuesses && names(tried) >= ACCOUNTS_TRIED
                ? Optional.of(incident(about(ACCOUNTS, Certainty.LIKELY, host, tried), tried))
                : Optional.empty();
    }

    private static boolean refusedWith(Struck struck, Set<Integer> codes) {
        return struck.refusal()
                .filter(refused -> codes.contains(refused.status()))
                .isPresent();
    }

    private static boolean loggedIn(Struck struck) {
        return struck.call().messages().stream()
                .filter(message -> message.head().request())
                .anyMatch(Message::loggedIn);
    }

    private static long names(List<Struck> tried) {
        return tried.stream()
                .map(struck -> struck.call().to().user())
                .distinct()
                .count();
    }

    private static Optional<Incident> prefixes(String host, List<Struck> asked) {
        Map<String, List<Struck>> byNumber = new LinkedHashMap<>();
        for (Struck struck : asked) {
            String number = struck.call().to().user();
            if (struck.call().kind() == CallKind.CALL
                    && number.length() > OWN_DIGITS
                    && refusedWith(struck, Set.of(401, 403, 404, 407, 484, 488, 503))) {
                byNumber.computeIfAbsent(number.substring(number.length() - OWN_DIGITS), _ -> new ArrayList<>())
                        .add(struck);
            }
        }
        return byNumber.entrySet().stream()
                .filter(entry -> names(entry.getValue()) >= PREFIXES_TRIED)
                .findFirst()
                .map(entry -> incident(
                        about(PREFIXES, Certainty.LIKELY, host, entry.getValue())
                                .with("number", entry.getKey()),
                        entry.getValue()));
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, String host, List<Struck> tried) {
        return Finding.about(kind, certainty)
                .proof(tried.getFirst().call().opening(), tried.getLast().call().opening())
                .with("host", host)
                .with("count", Value.of(names(tried)));
    }

    private static Incident incident(Finding.Builder finding, List<Struck> tried) {
        List<Call> calls = tried.stream().map(Struck::first).distinct().toList();
        return new Incident(finding.found(), calls);
    }
}
