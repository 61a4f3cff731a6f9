package org.ringback.window.message;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.answers.Answers;
import org.ringback.call.Message;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.handbook.ResponseCode;
import org.ringback.language.Texts;
import org.ringback.network.NetworkEvent;
import org.ringback.page.Document;
import org.ringback.session.OpenCall;
import org.ringback.session.Session;
import org.ringback.sip.HeaderDifference;
import org.ringback.sip.MessageLines;
import org.ringback.sip.Printable;
import org.ringback.sip.SipMessage;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CodeStyle;
import org.ringback.window.kit.Focus;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.NoteTarget;
import org.ringback.window.kit.NoteTools;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.WordLookUp;
import org.ringback.words.HostWords;

/** The message that is selected in the open call, alone or beside another one. */
public final class MessageView extends BorderPane {

    /** A menu with more entries is no help. */
    private static final int MOST_CHOICES = 40;

    private final Session session;
    private final OpenCall call;
    private final Consumer<String> copy;
    private final InvalidationListener onChange = change -> show();
    private final InvalidationListener onLanguage = change -> speak();
    private final InvalidationListener onNote = change -> showTop();

    /** @param copy takes what the user copies */
    public MessageView(Session session, OpenCall call, Consumer<String> copy) {
        this.session = session;
        this.call = call;
        this.copy = copy;
        getStyleClass().add("message-view");
        setMinWidth(0);
        call.selectedProperty().addListener(onChange);
        call.markedProperty().addListener(onChange);
        call.comparedProperty().addListener(onChange);
        // The session outlives the call.
        session.answers().addListener(new WeakInvalidationListener(onLanguage));
        session.calls().notes().changedProperty().addListener(new WeakInvalidationListener(onNote));
        show();
    }

    private Texts texts() {
        return session.answers().get().texts();
    }

    private void showTop() {
        Message selected = call.selectedProperty().get();
        Focus.keep(this::getTop, () -> setTop(selected == null ? null : top(selected)));
    }

    /** Whoever chose here what to see, reads it next. */
    private void show() {
        boolean chosenHere = Focus.ownerInside(this) != null;
        showContent();
        Node lines = getCenter().lookup(".message-lines");
        if (chosenHere && lines != null) {
            lines.requestFocus();
        }
    }

    private void showContent() {
        Message selected = call.selectedProperty().get();
        showTop();
        NetworkEvent marked = call.markedProperty().get();
        if (marked != null) {
            setCenter(new EventReader(session, answers -> packet(answers, marked)));
        } else if (selected == null) {
            setCenter(Prose.text(texts().get(MessageText.SELECT), "muted", "message-none"));
        } else if (compared().isEmpty()) {
            setCenter(new MessageReader(
                    parse(selected), session.answers().get(), copy, session.texts(), new WordLookUp(session)));
        } else {
            setCenter(new MessageComparison(
                    HeaderDifference.between(parse(selected), parse(compared().get())),
                    session.answers().get(),
                    true,
                    session.texts(),
                    new WordLookUp(session)));
        }
    }

    /** Whoever reads a message goes on reading where she was. */
    private void speak() {
        if (getCenter() instanceof MessageContent content) {
            showTop();
            content.speak(session.answers().get());
        } else {
            show();
        }
    }

    private Document packet(Answers answers, NetworkEvent event) {
        return answers.packets(ZoneId.systemDefault()).page(event, call.again(event), files());
    }

    /** The message beside the selected one, if there are two. */
    private Optional<Message> compared() {
        return Optional.ofNullable(call.comparedProperty().get())
                .filter(other -> other != call.selectedProperty().get());
    }

    private static SipMessage parse(Message message) {
        return SipMessage.parse(message.captured().bytes());
    }

    private VBox top(Message selected) {
        return compared()
                .map(other -> {
                    var heads = new HBox(head(selected), head(other));
                    heads.getChildren().forEach(half -> HBox.setHgrow(half, Priority.ALWAYS));
                    return new VBox(heads, tools(selected, other));
                })
                .orElseGet(() -> new VBox(head(selected), tools(selected)));
    }

    private VBox head(Message message) {
        var title = new HBox();
        title.getStyleClass().add("message-title-line");
        code(message).ifPresent(code -> title.getChildren().add(codeButton(code)));
        var name = Prose.text(message.name(), "message-title");
        name.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        title.getChildren().add(name);
        var facts = Prose.text(facts(message), "muted");
        facts.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        var head = new VBox(title, facts);
        String note = target(message).note().get().text();
        if (!note.isEmpty()) {
            head.getChildren().add(Prose.text(note, "prose", "noted"));
        }
        head.getStyleClass().add("message-head");
        head.setMinWidth(0);
        return head;
    }

    private Optional<ResponseCode> code(Message message) {
        Answers answers = session.answers().get();
        return message.head().request()
                ? Optional.empty()
                : answers.find(message.head().status()).map(entry -> entry.code());
    }

    private Button codeButton(ResponseCode code) {
        var button = new Button("", CodeStyle.badge(code, "small"));
        button.getStyleClass().addAll("flat", "code-link");
        String words = texts().get(MessageText.OPEN_CODE, code.digits());
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(click -> session.open(code.number()));
        return button;
    }

    private String facts(Message message) {
        Captured captured = message.captured();
        return texts().get(
                        MessageText.FACTS,
                        time(captured),
                        address(captured.source(), call.sender(message)),
                        address(captured.destination(), call.receiver(message)),
                        captured.transport().name(),
                        numbered(captured));
    }

    private String numbered(Captured captured) {
        List<String> files = files();
        boolean several = files.size() > 1;
        MessageText pattern = switch (captured.counted()) {
            case PACKETS -> several ? MessageText.PACKET_OF_FILE : MessageText.PACKET;
            case LINES -> several ? MessageText.LINE_OF_FILE : MessageText.LINE;
        };
        return texts().get(
                        pattern,
                        Long.toString(captured.frame()),
                        several ? Printable.of(files.get(captured.file())) : "");
    }

    private List<String> files() {
        return CallWords.files(session.calls().capture().sourceProperty().get());
    }

    private String time(Captured captured) {
        return captured.time() == Captured.NO_TIME
                ? texts().get(MessageText.NO_TIME)
                : new ZoneTimes(ZoneId.systemDefault()).clock(captured.time());
    }

    /** What is written, else what the ladder knows from the messages. */
    private String address(Endpoint written, String known) {
        if (written.host().isEmpty() && !known.isEmpty()) {
            return known;
        }
        return written.equals(Endpoint.UNKNOWN)
                ? texts().get(MessageText.UNKNOWN_ADDRESS)
                : HostWords.of(written, texts());
    }

    private Node tools(Message selected) {
        var copyAll = tool(MessageText.COPY, Feather.COPY);
        copyAll.setOnAction(click -> copy.accept(text(parse(selected))));
        return line(List.of(copyAll, comparison(selected), new NoteTools(target(selected), session.texts())));
    }

    private NoteTarget target(Message message) {
        return NoteTarget.of(session, call.legOf(message), message);
    }

    private Node tools(Message left, Message right) {
        var end = tool(MessageText.END_COMPARISON, Feather.X);
        end.setOnAction(click -> call.comparedProperty().set(null));
        boolean codes = code(left).isPresent() && code(right).isPresent();
        if (!codes || left.head().status() == right.head().status()) {
            return line(List.of(end, comparison(left)));
        }
        var compare = tool(MessageText.COMPARE_CODES, Feather.COLUMNS);
        compare.setOnAction(
                click -> session.compare(left.head().status(), right.head().status()));
        return line(List.of(end, comparison(left), compare));
    }

    private Button tool(MessageText words, Feather icon) {
        return new Button(texts().get(words), Icons.of(icon));
    }

    private static FlowPane line(List<Node> tools) {
        var line = new FlowPane();
        line.getChildren().setAll(tools);
        line.getStyleClass().addAll("flow", "message-tools");
        return line;
    }

    /** Offers the other messages of the call, first those that are most like the selected one. */
    private MenuButton comparison(Message selected) {
        var menu = new MenuButton(texts().get(MessageText.COMPARE), Icons.of(Feather.COLUMNS));
        menu.setDisable(
                call.legs().stream().mapToInt(leg -> leg.messages().size()).sum() < 2);
        // Until it opens the menu holds one entry, without which it would not open.
        menu.getItems().setAll(new MenuItem());
        menu.setOnShowing(opening -> menu.getItems().setAll(choices(selected)));
        return menu;
    }

    private List<MenuItem> choices(Message selected) {
        return call.othersLike(selected).stream()
                .limit(MOST_CHOICES)
                .map(this::choice)
                .toList();
    }

    private MenuItem choice(Message message) {
        var item = new MenuItem(message.name() + "   " + facts(message));
        item.setOnAction(choice -> call.comparedProperty().set(message));
        return item;
    }

    /** A message as people paste it: in lines, whatever ended them on the wire. */
    static String text(Message message) {
        return text(parse(message));
    }

    private static String text(SipMessage message) {
        var lines = new StringBuilder();
        MessageLines.of(message).forEach(line -> lines.append(line.text()).append('\n'));
        return lines.toString();
    }
}
