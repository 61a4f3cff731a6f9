package org.ringback.reading;

import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.CallAssembler;
import org.ringback.call.JointCall;
import org.ringback.call.LegLinks;
import org.ringback.call.LegTree;
import org.ringback.call.Tally;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Diagnosed;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.diagnosis.evidence.Circumstances;
import org.ringback.diagnosis.incident.CommonCauses;
import org.ringback.diagnosis.incident.Incidents;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallNetwork;
import org.ringback.flow.MediaIndex;
import org.ringback.flow.QualityReports;
import org.ringback.flow.Surroundings;
import org.ringback.media.MediaStream;
import org.ringback.sip.HeadReader;

/**
 * All calls of what was read, and what can be found out about each. Links, legs and circumstances are looked for when
 * somebody first asks, which takes long for many calls; any thread may.
 */
public final class Examined {

    private final List<Call> calls;
    private final Tally tally;
    private final List<Unusable> unusable;
    private final long captureEnd;
    private final Surroundings surroundings;
    private final Diagnosis diagnosis;
    private Set<Call> apart = Set.of();
    private MediaIndex mediaIndex;
    private QualityReports qualityReports;
    private LegLinks links;
    private LegTree legs;
    private Circumstances circumstances;

    Examined(
            List<Call> calls,
            Tally tally,
            List<Unusable> unusable,
            long captureEnd,
            Surroundings surroundings,
            Diagnosis diagnosis) {
        this.calls = List.copyOf(calls);
        this.tally = tally;
        this.unusable = List.copyOf(unusable);
        this.captureEnd = captureEnd;
        this.surroundings = surroundings;
        this.diagnosis = diagnosis;
    }

    /**
     * Messages that are in memory already.
     *
     * @param captureEnd when the capture ended, if that was later than its last message; else {@link Captured#NO_TIME}
     */
    public static Examined of(
            Iterable<Captured> messages, List<Unusable> unusable, long captureEnd, Diagnosis diagnosis) {
        return of(messages, unusable, captureEnd, Surroundings.NOTHING, diagnosis);
    }

    /** The same, with what was captured besides messages. */
    public static Examined of(
            Iterable<Captured> messages,
            List<Unusable> unusable,
            long captureEnd,
            Surroundings surroundings,
            Diagnosis diagnosis) {
        var assembler = new CallAssembler();
        var heads = new HeadReader();
        messages.forEach(message -> assembler.add(message, heads.read(message.bytes())));
        assembler.reached(captureEnd);
        return new Examined(
                assembler.calls(), assembler.tally(), unusable, assembler.captureEnd(), surroundings, diagnosis);
    }

    /**
     * Other messages that were captured in the same circumstances and are looked at in the same way.
     *
     * @param clock gives for a time of these messages the one of the others
     * @param endpoints gives for an endpoint of these the one of the others
     */
    public Examined instead(Iterable<Captured> messages, LongUnaryOperator clock, UnaryOperator<Endpoint> endpoints) {
        long end = captureEnd == Captured.NO_TIME ? captureEnd : clock.applyAsLong(captureEnd);
        return of(messages, unusable, end, surroundings.elsewhere(endpoints, clock), diagnosis);
    }

    /**
     * The same, where some legs know nothing of the earlier one below which they stand, nor of what it stands with.
     *
     * @param legs that somebody took away from the earlier one
     */
    public synchronized Examined separated(Set<Call> legs) {
        if (legs.isEmpty()) {
            return this;
        }
        var separated = new Examined(calls, tally, unusable, captureEnd, surroundings, diagnosis);
        separated.apart = Set.copyOf(legs);
        separated.legs = legs().without(legs);
        separated.links = links().within(separated.legs);
        return separated;
    }

    /** The legs that know nothing of the earlier one. */
    public Set<Call> apart() {
        return apart;
    }

    /** In order of their start; those without a time at the end, in the order in which they came. */
    public List<Call> calls() {
        return calls;
    }

    /** What was counted over everything. */
    public Tally tally() {
        return tally;
    }

    /** What could not be used; the last one says how many more there were. */
    public List<Unusable> unusable() {
        return unusable;
    }

    /** What the packets besides the messages showed. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** In which of the files streams of media were seen, by their places. */
    public Set<Integer> filesWithMedia() {
        return surroundings.media().streams().stream().map(MediaStream::file).collect(Collectors.toSet());
    }

    /** The media of a call, as far as they were captured, with what was reported of them in other messages. */
    public CallMedia media(Call call) {
        return qualityReports().with(call, mediaIndex().of(call));
    }

    private synchronized QualityReports qualityReports() {
        if (qualityReports == null) {
            qualityReports = new QualityReports(calls);
        }
        return qualityReports;
    }

    private synchronized MediaIndex mediaIndex() {
        if (mediaIndex == null) {
            mediaIndex = new MediaIndex(surroundings.media());
        }
        return mediaIndex;
    }

    /** What the network did to a call, as far as it was captured. */
    public CallNetwork network(Call call) {
        return CallNetwork.of(call, media(call), surroundings.network());
    }

    /** Which calls have something in common. */
    public synchronized LegLinks links() {
        if (links == null) {
            links = LegLinks.of(calls);
        }
        return links;
    }

    /** Which calls are legs of one. */
    public synchronized LegTree legs() {
        if (legs == null) {
            legs = LegTree.of(calls, links());
        }
        return legs;
    }

    /** What was captured beside each call. */
    public synchronized Circumstances circumstances() {
        if (circumstances == null) {
            circumstances = new Circumstances(calls, links(), unusable, captureEnd, surroundings, this::media);
        }
        return circumstances;
    }

    /**
     * What can be found out about one of the calls; a mistake in a rule costs no more than what that rule would have said.
     *
     * <p>Looks anew each time, on purpose: of hundreds of thousands of calls few are ever opened, and to look at one again
     * takes no time that anybody notices, while the findings of all would have to stay in memory.
     */
    public Diagnosed diagnosed(Call call) {
        return diagnosis.of(call, circumstances());
    }

    /** Takes calls with what was found out about each, to tell what struck several. */
    public Incidents incidents() {
        return new Incidents(legs(), surroundings.network());
    }

    /** What struck several calls, of calls with what was found out about each. */
    public CommonCauses incidents(Iterable<Diagnosed> diagnosed) {
        Incidents incidents = incidents();
        diagnosed.forEach(incidents::add);
        return incidents.found();
    }

    /** What can be found out about all legs of a call together. */
    public Joint diagnosed(JointCall call) {
        return new Joint(call, call.legs().stream().map(this::diagnosed).toList());
    }
}
