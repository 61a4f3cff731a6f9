package org.ringback.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;
import org.ringback.words.ProgramText;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What a Linux desktop is told of the program, as far as it can be checked without the tools of one. */
@BesideOthers
class LinuxDesktopTest {

    private static final Product PRODUCT =
            new Product(Path.of("target", "ringback"), "2.1-SNAPSHOT", Instant.parse("2026-03-04T05:06:07Z"));

    private static final List<Words> LANGUAGES = Words.all();

    private static Document xml(String text) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        return parser.parse(new InputSource(new StringReader(text)));
    }

    @Test
    void theMenuSpeaksEveryLanguage() {
        assertThat(LANGUAGES).hasSizeGreaterThan(16);
        assertThat(LANGUAGES)
                .filteredOn(words -> !words.english())
                .allSatisfy(words -> assertThat(DesktopFile.of(LANGUAGES))
                        .contains(
                                "\nGenericName[" + words.locale() + "]=" + words.kind() + "\n",
                                "\nComment[" + words.locale() + "]=" + words.purpose() + "\n",
                                "\nKeywords[" + words.locale() + "]=SIP;"));
    }

    @Test
    void localesAreWrittenAsPosixDoes() {
        assertThat(LANGUAGES)
                .extracting(Words::locale)
                .contains("en", "pt_BR", "zh_CN")
                .allMatch(locale -> locale.matches("[a-z]{2,3}(_[A-Z]{2})?"));
    }

    /** Desktops sort by these names and take the first where nobody has chosen. */
    @Test
    void wiresharkStaysTheOneThatOpensCaptures() {
        assertThat(DesktopFile.NAME).isGreaterThan("org.wireshark.Wireshark.desktop");
    }

    @Test
    void aCaptureIsGivenToTheProgramAsItsArgument() {
        assertThat(DesktopFile.of(LANGUAGES))
                .contains("\nExec=ringback %F\n", "\nMimeType=application/vnd.tcpdump.pcap;application/x-pcapng;\n");
    }

    @Test
    void storesTellEveryLanguageWhatThePageOfTheProjectTells() throws Exception {
        String metainfo = new Metainfo(PRODUCT, LANGUAGES).xml();

        var captions = xml(metainfo).getElementsByTagName("caption");
        assertThat(captions.getLength()).isEqualTo(3 * LANGUAGES.size());
        for (Words words : LANGUAGES) {
            FirstPage page = FirstPage.of(words);
            assertThat(page.about())
                    .as("%s", words.language())
                    .contains("Ringback")
                    .doesNotContain("](", "README");
            assertThat(page.sections()).as("%s", words.language()).hasSize(3);
            assertThat(page.pictures()).as("%s", words.language()).hasSize(3).allSatisfy(picture -> {
                assertThat(Path.of("src", "pictures", picture.file())).exists();
                assertThat(picture.caption()).hasSizeLessThan(100);
            });
            assertThat(metainfo).contains(Metainfo.escaped(page.about()), Metainfo.escaped(words.purpose()));
        }
    }

    @Test
    void aSnapshotIsOlderThanItsReleaseWhereverItIsNamed() throws Exception {
        assertThat(PRODUCT.packageVersion()).isEqualTo("2.1~snapshot");
        assertThat(PRODUCT.numericVersion()).isEqualTo("2.1");
        assertThat(new Metainfo(PRODUCT, LANGUAGES).xml())
                .contains(
                        "<release version=\"2.1~snapshot\" date=\"2026-03-04\" type=\"development\">",
                        "<url type=\"details\">" + ProgramText.RELEASES + "</url>");
    }

    @Test
    void theTypesOfCapturesHaveANameInEveryLanguage() throws Exception {
        var comments = xml(MimeTypes.of(LANGUAGES)).getElementsByTagName("comment");
        assertThat(comments.getLength()).isEqualTo(2 * LANGUAGES.size());
    }
}
