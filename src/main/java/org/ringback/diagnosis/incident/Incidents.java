package org.ringback.diagnosis.incident;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.LegTree;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Diagnosed;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.network.NetworkEvents;

/** Takes calls with what was found out about each, and tells what struck several of them. For one thread. */
public final class Incidents {

    private static final System.Logger LOG = System.getLogger(Incidents.class.getName());

    private static final List<Pattern> PATTERNS = List.of(
            new ReturningCalls(),
            new SilentHosts(),
            new Refusals(),
            new Scanners(),
            new FailedConnections(),
            new UndeliveredAlone(),
            new RefusedWebSockets(),
            new FailedNames());

    /** What ends calls comes first, and then what struck more of them. */
    private static final Comparator<Incident> HEAVIEST_FIRST = Comparator.comparing(
                    (Incident incident) -> incident.finding().kind().weight())
            .thenComparingInt(incident -> -incident.calls().size());

    /** Nobody reads more, and somebody may have written a file for just this. */
    private static final int MOST = 50;

    private static final Set<Sighting.Kind> OF_NETWORK =
            EnumSet.of(Sighting.Kind.ICMP, Sighting.Kind.TCP, Sighting.Kind.TLS, Sighting.Kind.DNS);

    private final List<Pattern> patterns;
    private final LegTree legs;
    private final NetworkEvents network;
    private final List<Struck> all = new ArrayList<>();
    private final Set<Sighting> told = new HashSet<>();

    /**
     * Legs of one call count as one.
     *
     * @param network what happened to packets, connections and names
     */
    public Incidents(LegTree legs, NetworkEvents network) {
        this(legs, network, PATTERNS);
    }

    Incidents(LegTree legs, NetworkEvents network, List<Pattern> patterns) {
        this.patterns = patterns;
        this.legs = legs;
        this.network = network;
    }

    /** Keeps what patterns want to know of it, and not its findings. */
    public void add(Diagnosed diagnosed) {
        all.add(Struck.of(diagnosed));
        if (!network.isEmpty()) {
            diagnosed.findings().stream()
                    .flatMap(finding -> finding.sightings().stream())
                    .filter(packet -> OF_NETWORK.contains(packet.kind()))
                    .forEach(told::add);
        }
    }

    /** What struck several of the calls so far, the heaviest first. A mistake in one pattern costs what it would have said. */
    public CommonCauses found() {
        var traffic = new Traffic(firstLegs(), network, told);
        List<Incident> found = new ArrayList<>();
        int broken = 0;
        for (Pattern pattern : patterns) {
            try {
                found.addAll(pattern.in(traffic));
            } catch (RuntimeException | LinkageError | StackOverflowError | InternalError e) {
                broken++;
                LOG.log(Level.WARNING, "A pattern failed: " + pattern.getClass().getName(), e);
            }
        }
        Set<Call> explained = found.stream()
                .filter(incident -> !refusals(incident))
                .flatMap(incident -> incident.calls().stream())
                .collect(Collectors.toSet());
        // Who scans or goes in a circle is refused many times, but that is not what there is to say.
        found.removeIf(incident -> refusals(incident) && explained.containsAll(incident.calls()));
        return new CommonCauses(
                found.stream().sorted(HEAVIEST_FIRST).limit(MOST).toList(), broken);
    }

    private static boolean refusals(Incident incident) {
        return incident.finding().kind().equals(Refusals.REFUSES);
    }

    private List<Struck> firstLegs() {
        Map<Call, Call> first = new HashMap<>();
        legs.joined(all.stream().map(Struck::call).toList())
                .forEach(joint -> joint.legs().forEach(leg -> first.put(leg, joint.first())));
        return all.stream()
                .map(struck -> struck.withFirst(first.get(struck.call())))
                .toList();
    }

    /** All kinds of incidents. */
    public static List<Kind> kinds() {
        return PATTERNS.stream().flatMap(pattern -> pattern.kinds().stream()).toList();
    }
}
