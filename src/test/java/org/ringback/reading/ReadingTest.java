package org.ringback.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.CapturedFiles;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Diagnosed;
import org.ringback.diagnosis.Diagnosis;

/** From files to findings. */
class ReadingTest {

    private static final Path CAPTURES = Path.of("src/test/resources/captures");
    private static final Onlooker NOBODY = new Onlooker() {};

    @TempDir
    private Path folder;

    private static CaptureSource files(String... names) {
        return new CaptureSource.Files(
                List.of(names).stream().map(CAPTURES::resolve).toList());
    }

    private static List<String> ids(List<Call> calls) {
        return calls.stream().map(Call::callId).toList();
    }

    /** The sample over and over: a file that is read in several parts. */
    private CaptureSource large() throws IOException {
        byte[] sample = Files.readAllBytes(Path.of("resources/sample/sample.pcap"));
        Path file = folder.resolve("large.pcap");
        try (var out = Files.newOutputStream(file)) {
            out.write(sample);
            for (int i = 0; i < 400; i++) {
                out.write(sample, 24, sample.length - 24);
            }
        }
        return new CaptureSource.Files(List.of(file));
    }

    @Test
    void callsCanBeAskedForWhileFilesAreRead() throws IOException {
        class Asking implements Onlooker {
            private final List<Integer> messages = new ArrayList<>();
            private Reading reading;

            @Override
            public void progress(long done, long total) {
                int gathered = reading.calls().stream()
                        .mapToInt(call -> call.messages().size())
                        .sum();
                assertThat(gathered).isEqualTo((int) reading.messages());
                messages.add(gathered);
            }
        }
        var asking = new Asking();
        try (var reading = Reading.open(large(), new Diagnosis(), asking)) {
            asking.reading = reading;
            reading.read();
            assertThat(asking.messages).isSorted().hasSizeGreaterThan(10);
            assertThat(asking.messages.getLast())
                    .isEqualTo((int) reading.examined().tally().messages());
        }
    }

    @Test
    void whatWasReadBeforeItWasStoppedCounts() throws IOException {
        class Stopping implements Onlooker {
            private boolean enough;

            @Override
            public void progress(long done, long total) {
                enough = true;
            }

            @Override
            public boolean canceled() {
                return enough;
            }
        }
        try (var reading = Reading.open(large(), new Diagnosis(), new Stopping())) {
            reading.read();
            assertThat(reading.examined().calls()).isNotEmpty();
            assertThat(reading.examined().tally().messages())
                    .isEqualTo(reading.messages())
                    .isLessThan(200 * 83);
        }
    }

    @Test
    void theCaptureEndsWithItsLastPacketOfAnyKind() {
        try (var reading = Reading.open(files("gen-refused.pcap"), new Diagnosis(), NOBODY)) {
            reading.read();
            Examined examined = reading.examined();
            long last = examined.calls().stream().mapToLong(Call::end).max().orElseThrow();
            assertThat(examined.circumstances().captureEnd()).isGreaterThanOrEqualTo(last);
        }
    }

    @Test
    void aWrongClockIsCorrected() {
        Path file = CAPTURES.resolve("gen-refused.pcap");
        List<Captured> asWritten = CapturedFiles.messages(file);
        var later = new CaptureSource.Files(List.of(file), Map.of(file, Duration.ofSeconds(3)));
        try (var reading = Reading.open(later, new Diagnosis(), NOBODY)) {
            reading.read();
            assertThat(reading.calls().getFirst().start())
                    .isEqualTo(asWritten.getFirst().time() + 3_000_000);
        }
    }

    /** An offset may be said of an archive, or of one of its files. */
    @Test
    void filesOfAnArchiveHaveNamesAndClocksOfTheirOwn() throws IOException {
        Path archive = folder.resolve("case.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : List.of("gen-refused.pcap", "gen-cancelled.pcap")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(CAPTURES.resolve(name)));
            }
        }
        Path first = archive.resolve("gen-refused.pcap");
        Path second = archive.resolve("gen-cancelled.pcap");
        Duration ofAll = Duration.ofSeconds(3);
        Duration ofSecond = Duration.ofHours(-1);
        var source = new CaptureSource.Files(List.of(archive), Map.of(archive, ofAll, second, ofSecond));
        try (var reading = Reading.open(source, new Diagnosis(), NOBODY)) {
            assertThat(reading.source())
                    .isEqualTo(new CaptureSource.Files(List.of(first, second), Map.of(first, ofAll, second, ofSecond)));
            reading.read();
            assertThat(begin(reading, 0)).isEqualTo(begin("gen-refused.pcap") + 3_000_000L);
            assertThat(begin(reading, 1)).isEqualTo(begin("gen-cancelled.pcap") - 3_600_000_000L);
        }
        var plain = new CaptureSource.Files(List.of(CAPTURES.resolve("gen-refused.pcap")));
        try (var reading = Reading.open(plain, new Diagnosis(), NOBODY)) {
            assertThat(reading.source()).as("nothing to take out").isSameAs(plain);
        }
    }

    private static long begin(String capture) {
        return CapturedFiles.messages(CAPTURES.resolve(capture)).getFirst().time();
    }

    private static long begin(Reading reading, int file) {
        return reading.calls().stream()
                .flatMap(call -> call.messages().stream())
                .filter(message -> message.captured().file() == file)
                .mapToLong(Message::time)
                .min()
                .orElseThrow();
    }

    @Test
    void whatIsPastedIsReadLikeAFile() throws IOException {
        String log = Files.readString(CAPTURES.resolve("gen-sofia-tport.log"));
        List<String> fromFile;
        try (var reading = Reading.open(files("gen-sofia-tport.log"), new Diagnosis(), NOBODY)) {
            reading.read();
            fromFile = ids(reading.calls());
        }
        try (var reading = Reading.open(new CaptureSource.Pasted(log), new Diagnosis(), NOBODY)) {
            reading.read();
            assertThat(ids(reading.calls())).isNotEmpty().isEqualTo(fromFile);
        }
    }

    @Test
    void messagesOutliveTheReading() {
        List<Call> calls;
        try (var reading = Reading.open(new CaptureSource.Sample(), new Diagnosis(), NOBODY)) {
            reading.read();
            calls = reading.calls();
        }
        assertThat(calls.getFirst().opening().captured().bytes().get(ValueLayout.JAVA_BYTE, 0))
                .isEqualTo((byte) 'R');
    }

    @Test
    void aFileThatCannotBeReadIsToldBesideTheOthers() {
        try (var reading = Reading.open(files("no-such-file.pcap", "gen-refused.pcap"), new Diagnosis(), NOBODY)) {
            reading.read();
            Examined examined = reading.examined();
            assertThat(examined.calls()).isNotEmpty();
            assertThat(examined.unusable()).singleElement().returns(Unusable.Reason.UNREADABLE_FILE, Unusable::reason);
        }
    }

    @Test
    void aMistakeOfTheGatheringThreadIsTheMistakeOfWhoReads() {
        try (var gathering = new Gathering()) {
            gathering.add(null);
            assertThatThrownBy(gathering::calls).isInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void whatAllLegsShowIsFoundOnceForThemTogether() {
        try (var reading = Reading.open(new CaptureSource.Sample(), new Diagnosis(), NOBODY)) {
            reading.read();
            Examined examined = reading.examined();
            Call second = examined.calls().stream()
                    .filter(call -> call.callId().startsWith("trunk-6612"))
                    .findFirst()
                    .orElseThrow();
            Joint joint = examined.diagnosed(examined.legs().joint(second));

            assertThat(joint.legs())
                    .extracting(Diagnosed::call)
                    .hasSize(2)
                    .last()
                    .isSameAs(second);
            assertThat(joint.findings())
                    .anySatisfy(found ->
                            assertThat(found.legs()).isEqualTo(joint.call().legs()));
            assertThat(joint.needsCare()).isTrue();
            assertThat(joint.brokenRules()).isZero();
        }
    }
}
