package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Library;
import org.ringback.diagnosis.Trace;
import org.ringback.flow.SpokenCall;
import org.ringback.ladder.Arrangement;
import org.ringback.ladder.CallFlow;
import org.ringback.ladder.Calls;
import org.ringback.ladder.Grouping;
import org.ringback.ladder.Happened;
import org.ringback.ladder.Ladder;
import org.ringback.language.HeldBlanks;
import org.ringback.language.Texts;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A ladder as a picture of its own: complete, well-formed, whatever strangers wrote into their messages. */
class LadderSvgTest {

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;

    private static Texts texts(String tag) {
        return LIBRARY.answers(LIBRARY.languages().byTag(tag).orElseThrow()).texts();
    }

    private static Ladder ladder(Trace trace) {
        return new CallFlow(trace.calls()).ladder(Arrangement.by(Grouping.ADDRESS, true));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void everyArrowIsThereWithItsWords() throws Exception {
        Ladder ladder = ladder(Calls.forked());
        String svg = LadderSvg.svg(ladder, texts("en"));
        NodeList titles = parse(svg).getElementsByTagName("title");
        assertThat(titles.getLength())
                .isEqualTo(ladder.rows().size() + ladder.columns().size());
        assertThat(svg)
                .contains("486 Busy Here", "203.0.113.30", "offer: audio sendonly", "Ringing for", "refreshed after")
                .contains("row 1 of " + ladder.rows().size() + ", INVITE from 192.0.2.10 to 192.0.2.1");
    }

    @Test
    void streamsAreDrawnWithWhatWasMeasured() throws Exception {
        var call = new SpokenCall();
        call.caller().lasts(480);
        call.callee().arriving(number -> number < 100 || number >= 104).lasts(400);
        Ladder ladder = new CallFlow(call.legs(), List.of(call.media()), List.of())
                .ladder(Arrangement.by(Grouping.ADDRESS, true));
        String svg = HeldBlanks.released(LadderSvg.svg(ladder, texts("en")));

        assertThat(parse(svg).getElementsByTagName("title").getLength())
                .isEqualTo(ladder.rows().size() + ladder.columns().size() + 2);
        assertThat(svg)
                .contains(">PCMU: packets 480, none lost<", ">PCMU: packets 396, lost 4 (1.0 %)<")
                .contains("stream from 192.0.2.2 to 192.0.2.1, PCMU: packets 396")
                .as("four packets are no long hole")
                .doesNotContain("fill=\"#fff\" stroke=\"" + LadderSvgBands.LOST);
    }

    @Test
    void aLongHoleIsCrossedOut() {
        var call = new SpokenCall();
        call.caller().arriving(number -> number < 100 || number >= 300).lasts(480);
        Ladder ladder = new CallFlow(call.legs(), List.of(call.media()), List.of())
                .ladder(Arrangement.by(Grouping.ADDRESS, true));

        assertThat(LadderSvg.svg(ladder, texts("en"))).contains("fill=\"#fff\" stroke=\"" + LadderSvgBands.LOST);
    }

    @Test
    void whatTheNetworkDidIsDrawnWithShortDashesAndItsSentence() throws Exception {
        Ladder ladder = Happened.ladder(new Happened().refused().ended());
        String svg = LadderSvg.svg(ladder, texts("en"));

        assertThat(parse(svg).getElementsByTagName("title").getLength())
                .isEqualTo(ladder.lines().size() + ladder.columns().size());
        assertThat(svg)
                .contains("stroke-dasharray=\"2 3\" stroke=\"#c92a2a\"", ">TCP RST<")
                .contains(">203.0.113.5:5060 refuses the connection<");
    }

    @Test
    void itSpeaksTheLanguage() {
        assertThat(HeldBlanks.released(LadderSvg.svg(ladder(Calls.silence()), texts("ru"))))
                .contains("Сработал таймер B", "повторов: 6 за");
    }

    @Test
    void itNeedsNothingElseAndFitsIntoAPage() {
        String svg = LadderSvg.svg(ladder(Calls.forked()), texts("en"));
        assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "url(", "href", "<script", "<style", " id=", "<?xml");
    }

    @Test
    void whatStrangersWroteStaysText() throws Exception {
        var trace = new Trace();
        trace.from("alice")
                .to("bob")
                .header("User-Agent: <script>alert(1)</script>\u0000\uffff")
                .request("INVITE");
        trace.from("bob").to("alice").phrase("<b>&\"'").responds(486);
        String svg = LadderSvg.svg(ladder(trace), texts("en"));
        Document document = parse(svg);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("b").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent()).contains("486 <b>&\"'");
    }

    @Test
    void itIsCompleteWhateverItsLength() throws Exception {
        Ladder ladder = ladder(Calls.longOne(3000));
        Document document = parse(LadderSvg.svg(ladder, texts("en")));
        assertThat(document.getElementsByTagName("title").getLength())
                .isEqualTo(ladder.rows().size() + ladder.columns().size());
        double height = Double.parseDouble(document.getDocumentElement().getAttribute("height"));
        assertThat(height).isGreaterThan(30.0 * ladder.rows().size());
    }
}
