package org.ringback.page;

import java.time.ZoneId;
import java.util.List;
import org.ringback.call.Message;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sighting;
import org.ringback.language.Texts;
import org.ringback.sip.Printable;
import org.ringback.words.FindingLabel;

/** Says where in its file something stands, so that it can be looked up there with other tools. */
final class PlaceInFile {

    private final Texts texts;
    private final ZoneTimes times;

    PlaceInFile(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.times = new ZoneTimes(zone);
    }

    /**
     * A message: its packet or its line, its name, and when it was.
     *
     * @param files their names, in the order in which messages count them; of one alone nobody need say the name
     */
    String of(Message message, List<String> files) {
        Captured captured = message.captured();
        boolean several = files.size() > 1;
        FindingLabel numbered = switch (captured.counted()) {
            case PACKETS -> several ? FindingLabel.PACKET_OF_FILE : FindingLabel.PACKET;
            case LINES -> several ? FindingLabel.LINE_OF_FILE : FindingLabel.LINE;
        };
        return placed(numbered, captured.file(), captured.frame(), message.name(), message.time(), files);
    }

    /** A packet that is no message: what it carried, from where to where, and when. */
    String of(Sighting packet, List<String> files) {
        return placed(
                files.size() > 1 ? FindingLabel.PACKET_OF_FILE : FindingLabel.PACKET,
                packet.file(),
                packet.frame(),
                packet.kind().name() + " " + packet.source().text() + " \u2192 "
                        + packet.destination().text(),
                packet.time(),
                files);
    }

    private String placed(FindingLabel pattern, int file, long frame, String what, long time, List<String> files) {
        String place =
                texts.get(pattern, Long.toString(frame), what, files.size() > 1 ? Printable.of(files.get(file)) : "");
        return time == Captured.NO_TIME ? place : texts.beside(place, times.clock(time));
    }
}
