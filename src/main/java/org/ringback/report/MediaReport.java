package org.ringback.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;
import org.ringback.flow.QualityReports;
import org.ringback.flow.ToldQuality;
import org.ringback.media.MediaFlow;
import org.ringback.media.MediaSeen;
import org.ringback.media.MediaStream;
import org.ringback.reading.Examined;
import org.ringback.sip.Sdp;

/**
 * The media of files.
 *
 * @param files their names as the user gave them, in the order in which streams count them
 * @param streams of RTP, in order of their first packet; with what is doubtful only where a call announced it
 * @param flows of other datagrams
 * @param told what devices measured themselves, with the call that it is about
 * @param complete whether all streams were measured
 * @param zone in which times are told
 */
public record MediaReport(
        List<String> files, List<Line> streams, List<MediaFlow> flows, List<Told> told, boolean complete, ZoneId zone) {

    /** What a device measured of a call. */
    public record Told(Call call, ToldQuality quality) {}

    /**
     * A stream.
     *
     * @param call the call that it belongs to, the first one of several
     * @param known what that call knows of it
     */
    public record Line(MediaStream stream, Optional<Call> call, Optional<CallStream> known) {

        /** What most of its packets carry, as people write it: {@code PCMU}, {@code opus/48000}, {@code PT 97}. */
        String codec() {
            int type = stream.mainPayload();
            return Optional.of(Sdp.encoding(type))
                    .filter(assigned -> !assigned.isEmpty())
                    .or(() -> known.flatMap(each -> each.format(type))
                            .filter(each -> !each.encoding().isEmpty())
                            .map(each -> each.rate() == 0 || each.rate() == 8000
                                    ? each.encoding()
                                    : each.encoding() + "/" + each.rate()))
                    .orElse("PT " + type);
        }
    }

    /** The same, of one call alone. */
    public MediaReport only(String callId) {
        return new MediaReport(
                files,
                streams.stream()
                        .filter(line -> line.call()
                                .filter(call -> call.callId().equals(callId))
                                .isPresent())
                        .toList(),
                List.of(),
                told.stream()
                        .filter(each -> each.call().callId().equals(callId))
                        .toList(),
                complete,
                zone);
    }

    private record Found(Call call, CallMedia media) {}

    /** All media of what was read. */
    public static MediaReport of(List<String> files, Examined examined, ZoneId zone) {
        MediaSeen seen = examined.surroundings().media();
        IdentityHashMap<MediaStream, Line> lines = new IdentityHashMap<>();
        List<Told> told = new ArrayList<>();
        boolean nothing = seen.empty() && new QualityReports(examined.calls()).none();
        Batches.forEach(
                nothing ? List.of() : examined.calls(), call -> new Found(call, examined.media(call)), found -> {
                    found.media.told().forEach(quality -> told.add(new Told(found.call, quality)));
                    for (CallStream known : found.media.streams()) {
                        lines.putIfAbsent(
                                known.stream(), new Line(known.stream(), Optional.of(found.call), Optional.of(known)));
                    }
                });
        List<Line> streams = Stream.concat(
                        seen.streams().stream(), seen.doubtful().stream().filter(lines::containsKey))
                .sorted(Comparator.comparingLong(
                                (MediaStream stream) -> stream.first().time())
                        .thenComparingLong(stream -> stream.first().frame()))
                .map(stream -> lines.getOrDefault(stream, new Line(stream, Optional.empty(), Optional.empty())))
                .toList();
        return new MediaReport(files, streams, seen.flows(), told, seen.complete(), zone);
    }
}
