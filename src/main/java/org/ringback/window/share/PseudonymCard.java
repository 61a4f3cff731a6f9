package org.ringback.window.share;

import java.io.IOException;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.answers.ShareFormat;
import org.ringback.language.LiveTexts;
import org.ringback.pseudonym.Likeness;
import org.ringback.report.Selection;
import org.ringback.session.CallShareModel;
import org.ringback.session.JobResult;
import org.ringback.session.Session;
import org.ringback.window.kit.Card;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.OneOf;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.WindowText;
import org.ringback.words.ShareText;

/** Shows what a selection becomes with pseudonyms before it leaves; what is saved or copied then is just that. */
final class PseudonymCard {

    private final CallShareModel model;
    private final LiveTexts texts;
    private final CallSharing sharing;
    private final Label count = new Label();
    private final PageScroll preview;
    private final OneOf<ShareFormat> formats = new OneOf<>(chosen -> format = chosen);
    private final CheckBox blur = new CheckBox();
    private final Button save = new Button("", Icons.of(Feather.SAVE));
    private final Button copy = new Button("", Icons.of(Feather.COPY));
    private Card card;
    private Node beside;
    private Selection original;
    private Selection disguised;
    private ShareFormat format = ShareFormat.HTML;

    PseudonymCard(Session session, CallSharing sharing) {
        this.model = session.callShare();
        this.texts = session.texts();
        this.sharing = sharing;
        this.preview = new PageScroll(texts);
    }

    /** Opens it on a selection without pseudonyms; they come as soon as they can. */
    void show(Selection selection, Node button) {
        if (card == null) {
            card = new Card(build(), ArrowLocation.TOP_RIGHT);
            card.onHidden(model::cancelPseudonyms);
        }
        beside = button;
        original = selection;
        blur.setSelected(false);
        count.setText(texts.get()
                .get(ShareText.TITLE, Integer.toString(selection.calls().size())));
        card.show(button);
        preview.requestFocus();
        giveOthers();
    }

    private void giveOthers() {
        show(null, waiting());
        model.pseudonymize(original, blur.isSelected() ? Likeness.BLURRED : Likeness.EXACT, this::show);
    }

    private void show(JobResult<Selection> attempt) {
        switch (attempt) {
            case JobResult.Done<Selection>(Selection result) ->
                show(result, PseudonymPreview.of(result.preview().orElseThrow(), texts.get()));
            case JobResult.Unwritten<Selection>(IOException reason) -> showFault(reason);
            case JobResult.Failed<Selection>(Throwable reason) -> showFault(reason);
        }
    }

    private void showFault(Throwable reason) {
        show(null, page(Prose.text(sharing.notPrepared(reason), "prose", "fault")));
    }

    private void show(Selection result, VBox page) {
        disguised = result;
        preview.show(page, false);
        save.setDisable(result == null);
        copy.setDisable(result == null);
    }

    private VBox waiting() {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.get().get(CallShareText.GIVING));
        return page(Prose.text(texts.get().get(CallShareText.GIVING), "muted"), bar);
    }

    private static VBox page(Node... parts) {
        var page = new VBox(parts);
        page.getStyleClass().add("pseudonym-preview");
        return page;
    }

    private VBox build() {
        var title = new Label();
        title.textProperty().bind(texts.text(CallShareText.PREVIEW));
        title.getStyleClass().add("call-names");
        count.getStyleClass().add("muted");
        preview.accessibleTextProperty().unbind();
        preview.accessibleTextProperty().bind(texts.text(CallShareText.PREVIEW));
        VBox.setVgrow(preview, Priority.ALWAYS);
        var content = new VBox(new VBox(title, count), preview, actions());
        content.getStyleClass().add("pseudonyms");
        content.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                card.hide();
                key.consume();
            }
        });
        return content;
    }

    private Node actions() {
        save.textProperty().bind(texts.text(CallShareText.SAVE));
        save.getStyleClass().addAll("accent", "save-pseudonyms");
        save.setOnAction(click -> save());
        copy.textProperty().bind(texts.text(WindowText.COPY_MARKDOWN));
        copy.getStyleClass().add("copy-pseudonyms");
        copy.setOnAction(click -> {
            card.hide();
            sharing.copy(disguised);
        });
        blur.textProperty().bind(texts.text(CallShareText.BLUR));
        blur.getStyleClass().add("blur-pseudonyms");
        blur.setOnAction(click -> giveOthers());
        var line = new FlowPane(formats(), blur, save, copy);
        line.getStyleClass().add("flow");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node formats() {
        formats.accessibleTextProperty().bind(texts.text(CallShareText.FORMAT));
        for (ShareFormat each : ShareFormat.values()) {
            formats.add(each, texts.text(CallShareText.of(each)));
        }
        formats.show(format);
        return formats;
    }

    /** The card would cover the dialog; it comes back if the user thinks better of it. */
    private void save() {
        Selection wanted = disguised;
        card.hide();
        if (!sharing.save(wanted, format)) {
            card.show(beside);
        }
    }
}
