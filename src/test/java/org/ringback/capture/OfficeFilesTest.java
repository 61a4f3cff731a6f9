package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Unusable.Reason;

/** Messages in documents, tables and slides of offices, and in zip files. */
class OfficeFilesTest {

    private static final long TIME = Instant.parse("2026-03-01T10:00:01.250Z").toEpochMilli() * 1000;
    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 5060);

    private static final String MESSAGE = """
        OPTIONS sip:bob@example.com SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa1
        From: "Alice, reception" <sip:alice@example.com>;tag=a
        To: <sip:bob@example.com>
        Call-ID: office-1
        CSeq: 1 OPTIONS
        Content-Length: 0
        """;

    private static final String HEADLINE = "2026-03-01 10:00:01.250 192.0.2.1:5060 -> 192.0.2.2:5060\n";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    private static byte[] zip(String... namesAndTexts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String each(String text, String before, String behind) {
        return text.lines().map(line -> before + escaped(line) + behind).reduce("", String::concat);
    }

    private static byte[] word(String body) {
        return zip(
                "[Content_Types].xml",
                "<Types/>",
                "word/document.xml",
                "<w:document xmlns:w=\"" + WORD + "\"><w:body>" + body + "</w:body></w:document>");
    }

    private static byte[] openDocument(String body) {
        return zip(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<d:document xmlns:d=\"d\" xmlns:text=\"" + TEXT + "\" xmlns:table=\"" + TABLE + "\">" + body
                        + "</d:document>");
    }

    private static byte[] sheet(String rows) {
        return zip(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd hh:mm:ss.000\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>",
                "xl/sharedStrings.xml",
                "<sst><si><t>time</t></si><si><t>source</t></si><si><t>destination</t></si><si><t>message</t></si><si><r><t"
                    + " xml:space=\"preserve\">" + escaped(MESSAGE.substring(0, 8)) + "</t></r><r><t>"
                        + escaped(MESSAGE.substring(8)).replace("\n", "_x000D_\n") + "</t></r></si></sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    private static void isWhole(byte[] file, boolean placed) {
        Recorder read = Recorder.read(file);
        assertThat(read.texts)
                .singleElement()
                .satisfies(text -> assertThat(text.replace("\r", "").strip()).isEqualTo(MESSAGE.strip()));
        Captured message = read.messages.getFirst();
        assertThat(message.time()).isEqualTo(placed ? TIME : Captured.NO_TIME);
        assertThat(message.source()).isEqualTo(placed ? ALICE : Endpoint.UNKNOWN);
        assertThat(message.destination()).isEqualTo(placed ? BOB : Endpoint.UNKNOWN);
    }

    @Test
    void aDocumentHasALineInEachParagraph() {
        isWhole(word(each(HEADLINE + MESSAGE, "<w:p><w:r><w:t xml:space=\"preserve\">", "</w:t></w:r></w:p>")), true);
        isWhole(openDocument(each(HEADLINE + MESSAGE, "<text:p>", "</text:p>")), true);
    }

    @Test
    void whereTabulatorsStopIsNotText() {
        String stops = "<w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs></w:pPr>";
        String paragraphs = each(HEADLINE + MESSAGE, "<w:p><w:r><w:t xml:space=\"preserve\">", "</w:t></w:r></w:p>");
        int to = paragraphs.indexOf("<w:r><w:t xml:space=\"preserve\">To:");
        isWhole(word(paragraphs.substring(0, to) + stops + paragraphs.substring(to)), true);
    }

    @Test
    void cellsThatAreWrittenOnceStandSideBySide() {
        String open = "<table:table-row><table:table-cell><text:p>";
        String next = "</text:p></table:table-cell><table:table-cell><text:p>";
        String gap = "</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/>"
                + "<table:table-cell><text:p>";
        String end = "</text:p></table:table-cell></table:table-row>";
        String names = open + String.join(next, "time", "level", "thread", "source", "destination", "message") + end;
        String row = open + "2026-03-01 10:00:01.250" + gap + "192.0.2.1:5060" + next + "192.0.2.2:5060" + next
                + escaped(MESSAGE).replace("\n", "<text:line-break/>") + end;
        isWhole(openDocument("<table:table>" + names + row + "</table:table>"), true);
    }

    @Test
    void aSmallDocumentMayNotGrowWithoutEnd() {
        String blanks = "<text:s text:c=\"999\"/>".repeat(100_000);
        String paragraph = "<text:p xmlns:text=\"" + TEXT + "\">" + blanks + "</text:p>";
        assertThat(OfficeText.of(paragraph.getBytes(StandardCharsets.UTF_8), () -> {}))
                .hasSizeLessThan(OfficeDocument.LARGEST_TEXT + 1000);
    }

    @Test
    void aTableMayNotGrowWithoutEnd() {
        OfficeTable table = new OfficeTable();
        List<String> row = Collections.nCopies(OfficeTable.MOST_CELLS, "x".repeat(1 << 20));
        table.add(row);
        assertThat(table.take()).hasSizeLessThan(OfficeDocument.LARGEST_TEXT + (2 << 20));
    }

    @Test
    void aParagraphMayHaveManyLines() {
        isWhole(word("<w:p><w:r>" + each(HEADLINE + MESSAGE, "<w:t>", "</w:t><w:br/>") + "</w:r></w:p>"), true);
        isWhole(openDocument("<text:p>" + each(HEADLINE + MESSAGE, "", "<text:line-break/>") + "</text:p>"), true);
    }

    @Test
    void whatWasDeletedOrStandsInInstructionsIsNotThere() {
        String field = "<w:p><w:r><w:instrText>SIP/2.0 200 OK</w:instrText><w:delText>SIP/2.0 404 Not Found"
                + "</w:delText></w:r></w:p>";
        isWhole(word(field + each(HEADLINE + MESSAGE, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")), true);
    }

    @Test
    void aTableHasTimesAndPlacesInItsCells() {
        String cell = "<w:tc><w:p><w:r><w:t>";
        String end = "</w:t></w:r></w:p></w:tc>";
        String names = "<w:tr>" + each("time\nsource\ndestination\nmessage\n", cell, end) + "</w:tr>";
        String row = "<w:tr>" + each("2026-03-01 10:00:01.250\n192.0.2.1:5060\n192.0.2.2:5060\n", cell, end) + "<w:tc>"
                + each(MESSAGE, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>") + "</w:tc></w:tr>";
        isWhole(word("<w:tbl>" + names + row + "</w:tbl>"), true);
    }

    @Test
    void aFrameOfOneCellIsNoTable() {
        isWhole(
                word("<w:tbl><w:tr><w:tc>" + each(MESSAGE, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")
                        + "</w:tc></w:tr></w:tbl>"),
                false);
    }

    @Test
    void aSheetCountsItsDaysAndKeepsItsStringsElsewhere() {
        String names = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                + "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c></row>";
        String row = "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46082.416681134259</v></c><c r=\"B2\""
                + " t=\"str\"><v>192.0.2.1:5060</v></c><c r=\"C2\""
                + " t=\"inlineStr\"><is><t>192.0.2.2:5060</t></is></c><c r=\"D2\" t=\"s\"><v>4</v></c></row>";
        isWhole(sheet(names + row), true);
    }

    @Test
    void aSheetMayHaveALineInEachRow() {
        isWhole(
                sheet(each(HEADLINE + MESSAGE, "<row><c r=\"B1\" t=\"inlineStr\"><is><t>", "</t></is></c></row>")),
                true);
    }

    @Test
    void aCellMayHoldAWholeLogBesideItsName() {
        String cell = "<w:tc><w:p><w:r><w:t>";
        String end = "</w:t></w:r></w:p></w:tc>";
        String row = "<w:tr>" + cell + "Trace" + end + "<w:tc>"
                + each(HEADLINE + MESSAGE, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>") + "</w:tc></w:tr>";
        isWhole(word("<w:tbl><w:tr>" + cell + "Case" + end + cell + "4711" + end + "</w:tr>" + row + "</w:tbl>"), true);
    }

    @Test
    void slidesComeInTheirOrder() {
        String begin = "<p:sld xmlns:p=\"p\" xmlns:a=\"a\">";
        String first = "SIP/2.0 100 Trying\n" + MESSAGE.substring(MESSAGE.indexOf("Via"));
        Recorder read = Recorder.read(zip(
                "ppt/slides/slide10.xml",
                begin + each(MESSAGE, "<a:p><a:r><a:t>", "</a:t></a:r></a:p>") + "</p:sld>",
                "ppt/slides/slide2.xml",
                begin + each(first, "<a:p><a:r><a:t>", "</a:t></a:r></a:p>") + "</p:sld>"));
        assertThat(read.texts).extracting(text -> text.substring(0, 7)).containsExactly("SIP/2.0", "OPTIONS");
    }

    private static byte[] mail(byte[]... attached) {
        StringBuilder mail =
                new StringBuilder("From: a@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n");
        for (byte[] file : attached) {
            mail.append("--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                    .append(Base64.getMimeEncoder().encodeToString(file))
                    .append("\r\n\r\n");
        }
        return mail.append("--b--\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void theOnlyFileOfAMailIsRead() throws IOException {
        byte[] document = word(each(HEADLINE + MESSAGE, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>"));
        isWhole(mail(document), true);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write((HEADLINE + MESSAGE).getBytes(StandardCharsets.UTF_8));
        }
        isWhole(mail(packed.toByteArray()), true);
        isWhole(mail("a picture, not of calls, in so many bytes".getBytes(StandardCharsets.UTF_8), document), true);
    }

    @Test
    void aCaptureInAMailIsReadAsPackets() {
        byte[] capture = PcapBuilder.ethernet(PacketBuilder.udpPacket(Sip.options("mailed")))
                .bytes();
        assertThat(Recorder.read(mail(capture)).callIds()).containsExactly("mailed");
    }

    @Test
    void aMailWithTwoDocumentsIsNoCapture() {
        byte[] document = word(each(HEADLINE + MESSAGE, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>"));
        assertThat(Recorder.read(mail(document, document)).reasons()).containsExactly(Reason.NOT_A_CAPTURE);
    }

    @Test
    void filesWithinEachOtherHaveAnEnd() {
        byte[] file = mail(zip("a.log", HEADLINE + MESSAGE));
        isWhole(file, true);
        for (int i = 0; i < 6; i++) {
            file = mail(zip("mail.eml", new String(file, StandardCharsets.ISO_8859_1)));
        }
        Recorder read = Recorder.read(file);
        assertThat(read.messages).isEmpty();
        assertThat(read.unusable)
                .singleElement()
                .satisfies(part -> assertThat(part.detail()).isEqualTo("NESTED"));
    }

    @Test
    void theOnlyFileOfAnArchiveIsRead() {
        isWhole(zip("logs/", "", "logs/sip.log", HEADLINE + MESSAGE, "__MACOSX/logs/._sip.log", "x"), true);
    }

    @Test
    void anArchiveOfSeveralFilesWithinAnotherFileIsLeftToWhoeverUnpacksIt() {
        Recorder read = Recorder.read(mail(zip("a.log", HEADLINE + MESSAGE, "b.log", MESSAGE)));
        assertThat(read.messages).isEmpty();
        assertThat(read.unusable).singleElement().satisfies(part -> {
            assertThat(part.reason()).isEqualTo(Reason.UNSUPPORTED_FILE);
            assertThat(part.detail()).isEqualTo("zip");
        });
    }

    @Test
    void aDamagedArchiveOrDocumentIsToldAndNoMore() {
        byte[] whole = word(each(MESSAGE, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>"));
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThat(Recorder.read(cut).unusable).singleElement().satisfies(part -> {
            assertThat(part.reason()).isEqualTo(Reason.UNREADABLE_FILE);
            assertThat(part.detail()).isEqualTo("archive");
        });
        assertThat(Recorder.read(word("<w:p>")).reasons()).containsExactly(Reason.DAMAGED_FILE, Reason.EMPTY_FILE);
    }

    @Test
    void whatStandsBeforeDamageInADocumentIsRead() {
        Recorder read = Recorder.read(
                word(each(HEADLINE + MESSAGE, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>") + "<w:p><w:r><w:t>Content-Le<"));
        assertThat(read.messages).hasSize(1);
        assertThat(read.reasons()).containsExactly(Reason.DAMAGED_FILE);
    }

    @Test
    void aDocumentThatIsCutAtItsBoundSaysSo() {
        String message = each(HEADLINE + MESSAGE, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>");
        String more = ("<w:p><w:r><w:t>" + "x".repeat(1000) + "</w:t></w:r></w:p>").repeat(70_000);
        Recorder read = Recorder.read(word(message + more));
        assertThat(read.messages).hasSize(1);
        assertThat(read.unusable)
                .extracting(part -> part.reason() + " " + part.detail())
                .contains("LIMIT UNPACKED");
    }

    @Test
    void anArchiveWithAPasswordIsToldAsSuch() {
        byte[] archive = zip("a.log", HEADLINE + MESSAGE);
        archive[6] |= 1;
        assertThat(Recorder.read(archive).unusable).singleElement().satisfies(part -> {
            assertThat(part.reason()).isEqualTo(Reason.UNREADABLE_FILE);
            assertThat(part.detail()).isEqualTo("locked");
        });
    }

    @Test
    void aDocumentWithoutMessagesIsNoLog() {
        Recorder read = Recorder.read(word("<w:p><w:r><w:t>We use SIP/2.0 over UDP.</w:t></w:r></w:p>"));
        assertThat(read.messages).isEmpty();
        assertThat(read.reasons()).containsExactly(Reason.NOT_A_CAPTURE);
    }
}
