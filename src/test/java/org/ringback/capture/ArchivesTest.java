package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Unusable;

/** Archives with several files, which are read as if these had been named side by side. */
class ArchivesTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("ArrayRecordComponent")
    private record Member(String name, byte[] bytes) {}

    private static Member log(String name, String callId) {
        return new Member(name, Sip.options(callId));
    }

    private static byte[] zip(List<Member> members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Member member : members) {
                zip.putNextEntry(new ZipEntry(member.name()));
                zip.write(member.bytes());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(List<Member> members) throws IOException {
        var tar = new ByteArrayOutputStream();
        for (Member member : members) {
            if (member.name().length() > 100) {
                add(tar, "././@LongLink", 'L', (member.name() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            add(tar, member.name(), '0', member.bytes());
        }
        tar.write(new byte[1024]);
        return tar.toByteArray();
    }

    private static void add(ByteArrayOutputStream tar, String name, char type, byte[] bytes) throws IOException {
        byte[] block =
                Arrays.copyOf(name.substring(0, Math.min(100, name.length())).getBytes(StandardCharsets.UTF_8), 512);
        put(block, 124, String.format(Locale.ROOT, "%011o", bytes.length));
        block[156] = (byte) type;
        put(block, 257, "ustar");
        put(block, 148, "        ");
        int sum = 0;
        for (byte one : block) {
            sum += one & 0xFF;
        }
        put(block, 148, String.format(Locale.ROOT, "%06o", sum) + "\0");
        tar.write(block);
        tar.write(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
    }

    private static void put(byte[] block, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, block, at, text.length());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** What is read of files, and what they are called. */
    private record Taken(List<String> names, Recorder read, List<Unusable> faults) {}

    private Taken taken(long most, Path... files) {
        var recorder = new Recorder();
        try (Archives archives = Archives.of(List.of(files), most, () -> false);
                Capture capture = Capture.ofSources(archives.files(), Map.of(), Witness.Bench.EMPTY)) {
            capture.read(recorder);
            List<String> names = archives.files().stream()
                    .map(file -> folder.relativize(file.name()).toString().replace('\\', '/'))
                    .toList();
            return new Taken(names, recorder, archives.faults());
        }
    }

    private Taken taken(Path... files) {
        return taken(1L << 30, files);
    }

    @Test
    void filesOfAnArchiveAreReadAsIfTheyLaySideBySide() throws IOException {
        List<Member> members = List.of(log("logs/a.log", "one"), log("b.log", "two"));
        for (byte[] archive : List.of(zip(members), tar(members), gzip(tar(members)))) {
            Taken taken = taken(file("x.log", Sip.options("first")), file("archive", archive));
            assertThat(taken.names()).containsExactly("x.log", "archive/logs/a.log", "archive/b.log");
            assertThat(taken.read().callIds()).containsExactly("first", "one", "two");
            assertThat(taken.read().messages).extracting(Captured::file).containsExactly(0, 1, 2);
            assertThat(taken.faults()).isEmpty();
        }
    }

    @Test
    void oneOfThemMayBeAskedForAlone() throws IOException {
        Path archive =
                file("a.zip", zip(List.of(log("a.log", "one"), log("logs/b.log", "two"), log("c.log", "three"))));
        Taken taken = taken(archive.resolve("c.log"), archive.resolve("logs/b.log"));
        assertThat(taken.names()).containsExactly("a.zip/c.log", "a.zip/logs/b.log");
        assertThat(taken.read().callIds()).containsExactly("three", "two");
        assertThat(taken(archive.resolve("d.log")).read().reasons()).containsExactly(Unusable.Reason.UNREADABLE_FILE);
    }

    @Test
    void anArchiveOfOneFileKeepsItsName() throws IOException {
        byte[] packed = gzip(Sip.options("one"));
        Taken taken = taken(file("a.zip", zip(List.of(new Member("logs/a.log.1.gz", packed)))));
        assertThat(taken.names()).containsExactly("a.zip");
        assertThat(taken.read().callIds()).containsExactly("one");
    }

    @Test
    void archivesMayHoldArchivesButNotWithoutEnd() throws IOException {
        byte[] archive = zip(List.of(log("a.log", "0"), log("b.log", "00")));
        for (int i = 1; i < 6; i++) {
            archive = zip(List.of(log("a.log", "" + i), new Member("more.zip", archive)));
        }
        Taken taken = taken(file("a.zip", archive));
        assertThat(taken.read().callIds()).containsExactly("5", "4", "3");
        assertThat(taken.names())
                .containsExactly("a.zip/a.log", "a.zip/more.zip/a.log", "a.zip/more.zip/more.zip/a.log");
        assertThat(taken.faults()).singleElement().satisfies(left -> {
            assertThat(left.reason()).isEqualTo(Unusable.Reason.LEFT_OUT);
            assertThat(left.detail().replace('\\', '/'))
                    .isEqualTo("more.zip/more.zip/more.zip/a.log, more.zip/more.zip/more.zip/more.zip");
        });
    }

    @Test
    void whatIsBeyondTheBoundsIsTold() throws IOException {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < Archives.MOST_FILES + 7; i++) {
            members.add(log(i + ".log", "call-" + i));
        }
        Taken taken = taken(file("a.zip", zip(members)));
        assertThat(taken.names()).hasSize(Archives.MOST_FILES);
        assertThat(taken.faults())
                .extracting(Unusable::detail)
                .containsExactly("200.log, 201.log, 202.log, 203.log, 204.log, +2");
        Taken small = taken(members.getFirst().bytes().length, file("b.zip", zip(members.subList(0, 3))));
        assertThat(small.read().callIds()).containsExactly("call-0");
        assertThat(small.faults()).extracting(Unusable::detail).containsExactly("1.log, 2.log");
    }

    @Test
    void picturesAreLeftOutAndWhatSystemsPutThereIsNotMissed() throws IOException {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 1, 2, 3, 4};
        Taken taken = taken(file(
                "a.zip",
                zip(List.of(
                        log("a.log", "one"),
                        new Member("screen.png", picture),
                        new Member("__MACOSX/._a.log", picture),
                        log("b.log", "two")))));
        assertThat(taken.read().callIds()).containsExactly("one", "two");
        assertThat(taken.faults()).extracting(Unusable::detail).containsExactly("screen.png");
    }

    @Test
    void whatCameBeforeACutIsRead() throws IOException {
        List<Member> members = List.of(log("a.log", "one"), log("b.log", "two"), log("c.log", "three"));
        byte[] zip = zip(members);
        Taken cut = taken(file("a.zip", Arrays.copyOf(zip, zip.length * 2 / 3)));
        assertThat(cut.read().callIds()).startsWith("one", "two");
        assertThat(cut.faults()).extracting(Unusable::reason).contains(Unusable.Reason.DAMAGED_FILE);
        byte[] tar = tar(members);
        assertThat(taken(file("a.tar", Arrays.copyOf(tar, 2500))).faults())
                .extracting(Unusable::reason)
                .contains(Unusable.Reason.DAMAGED_FILE);
    }

    @Test
    void aNameThatLeadsElsewhereDoesNot() throws IOException {
        Taken taken = taken(file(
                "a.zip",
                zip(List.of(
                        log("../../etc/a.log", "one"), log("/b\u0001.log", "two"), log("..\\etc\\a.log", "three")))));
        assertThat(taken.names()).containsExactly("a.zip/etc/a.log", "a.zip/b_.log", "a.zip/etc/a.log (2)");
        assertThat(taken.read().callIds()).containsExactly("one", "two", "three");
    }

    @Test
    void longNamesOfTarAreWhole() throws IOException {
        String name = "var/log/" + "deep/".repeat(30) + "sip.log";
        Taken taken = taken(file("a.tar", tar(List.of(log(name, "one"), log("b.log", "two")))));
        assertThat(taken.names()).containsExactly("a.tar/" + name, "a.tar/b.log");
    }

    @Test
    void officeDocumentsAndLogsAreNoArchives() throws IOException {
        byte[] document = zip(List.of(log("[Content_Types].xml", "x"), log("word/document.xml", "y")));
        Taken taken = taken(file("a.docx", document), file("b.log", Sip.options("one")));
        assertThat(taken.names()).containsExactly("a.docx", "b.log");
    }

    @Test
    void aMailOfOutlookHasItsTextAndWhatIsAttached() throws IOException {
        String text = "Hello,\r\n\r\n2026-03-01 10:00:01.250 192.0.2.1:5060 -> 192.0.2.2:5060\r\n"
                + new String(Sip.options("typed"), StandardCharsets.UTF_8);
        Taken alone = taken(file("a.msg", new MsgBuilder().text(text).bytes()));
        assertThat(alone.names()).containsExactly("a.msg");
        assertThat(alone.read().callIds()).containsExactly("typed");
        assertThat(alone.read().messages.getFirst().time()).isNotEqualTo(Captured.NO_TIME);
        assertThat(alone.read().messages.getFirst().source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        byte[] capture = PcapBuilder.ethernet(PacketBuilder.udpPacket(Sip.options("mailed")))
                .bytes();
        byte[] log = (" ".repeat(80) + "\n").repeat(100).getBytes(StandardCharsets.UTF_8);
        byte[] options = Sip.options("long");
        byte[] longer = Arrays.copyOf(log, log.length + options.length);
        System.arraycopy(options, 0, longer, log.length, options.length);
        Taken taken = taken(file(
                "b.msg",
                new MsgBuilder()
                        .text("See the files. Yours")
                        .attached("call.pcap", capture)
                        .attached("sip.log", longer)
                        .bytes()));
        assertThat(taken.names()).containsExactly("b.msg/call.pcap", "b.msg/sip.log");
        assertThat(taken.read().callIds()).containsExactlyInAnyOrder("mailed", "long");
    }

    @Test
    void aDamagedMailHasAnEnd() throws IOException {
        byte[] whole = new MsgBuilder()
                .text("x".repeat(5000))
                .attached("a.log", Sip.options("one"))
                .attached("b.log", Sip.options("two"))
                .bytes();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? 512 + random.nextInt(whole.length - 512) : whole.length);
            for (int j = 0; j < 8; j++) {
                damaged[8 + random.nextInt(damaged.length - 8)] =
                        (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
            }
            assertThat(taken(file("a.msg", damaged)).names()).isNotEmpty();
        }
    }

    @Test
    void theFilesOfAFolderAreReadAsIfEachHadBeenNamed() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("case/logs"));
        file("case/b.log", Sip.options("two"));
        file("case/logs/c.zip", zip(List.of(log("d.log", "three"), log("e.log", "four"))));
        file("case/a.log", Sip.options("one"));
        file("case/nothing.log", new byte[0]);
        file("case/.hidden.log", Sip.options("hidden"));
        Taken taken = taken(logs.getParent());
        assertThat(taken.names())
                .containsExactly("case/a.log", "case/b.log", "case/logs/c.zip/d.log", "case/logs/c.zip/e.log");
        assertThat(taken.read().callIds()).containsExactly("one", "two", "three", "four");
        assertThat(taken.read().reasons()).isEmpty();
    }

    @Test
    void aFolderWithTooMuchOrNothingInItIsRefused() throws IOException {
        Path many = Files.createDirectories(folder.resolve("many"));
        for (int i = 0; i <= Archives.MOST_FILES; i++) {
            file("many/" + i + ".log", Sip.options("call-" + i));
        }
        Path deep = folder.resolve("deep");
        Files.createDirectories(deep.resolve("a/b/c/d"));
        file("deep/a/b/c/d/x.log", Sip.options("deep"));
        file("deep/a/x.log", Sip.options("less"));
        Path empty = Files.createDirectories(folder.resolve("empty/er"));
        for (Path refused : List.of(many, deep, empty)) {
            Taken taken = taken(refused);
            assertThat(taken.read().reasons()).containsExactly(Unusable.Reason.UNREADABLE_FILE);
            assertThat(taken.read().messages).isEmpty();
        }
        Files.delete(many.resolve("0.log"));
        assertThat(taken(many).names()).hasSize(Archives.MOST_FILES);
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        Path archive = file("a.zip", zip(List.of(log("a.log", "one"), log("b.log", "two"))));
        List<Path> places;
        try (Archives archives = Archives.of(List.of(archive), () -> false)) {
            places = archives.files().stream().map(SourceFile::place).toList();
            assertThat(places).allMatch(Files::exists);
        }
        assertThat(places).noneMatch(Files::exists);
    }
}
