package io.s360.iid.server.session.http;

import static io.s360.iid.server.session.http.Mapping.toToken;

import io.s360.iid.api.IidAuthorizationApi;
import io.s360.iid.api.model.AddMessagesRequest;
import io.s360.iid.api.model.ChildSessionAnswer;
import io.s360.iid.api.model.ChildSessionCreatedAnswer;
import io.s360.iid.api.model.ChildSessionRefreshedAnswer;
import io.s360.iid.api.model.ChildSessionRequest;
import io.s360.iid.api.model.ChildSessionValidityAnswer;
import io.s360.iid.api.model.ContextAnswer;
import io.s360.iid.api.model.LoggedOut;
import io.s360.iid.api.model.LoggedOutAnswer;
import io.s360.iid.api.model.LogoutChildSessionRequest;
import io.s360.iid.api.model.MessagesAcceptedAnswer;
import io.s360.iid.api.model.ParentSessionRequest;
import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.ChildSessions;
import io.s360.iid.server.session.Message;
import io.s360.iid.server.session.Messages;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.ParentSessions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What has kept the contract arrives here. The paths are the generated interface's. */
final class IidAuthorizationController implements IidAuthorizationApi {

    private final ParentSessions parents;
    private final ChildSessions children;
    private final Messages messages;
    private final Callers callers;
    private final Successes successes;

    IidAuthorizationController(
            ParentSessions parents, ChildSessions children, Messages messages, Callers callers, Successes successes) {
        this.parents = parents;
        this.children = children;
        this.messages = messages;
        this.callers = callers;
        this.successes = successes;
    }

    @Override
    public ResponseEntity<ContextAnswer> getContext(ParentSessionRequest request, @Nullable UUID traceId) {
        ParentSession session = parents.get(callers.current(), toToken(request.getSessionToken()));
        return successes.context().with((code, desc) -> new ContextAnswer(code, desc, Mapping.toContext(session)));
    }

    @Override
    public ResponseEntity<ChildSessionCreatedAnswer> createChildSession(
            ParentSessionRequest request, @Nullable UUID traceId) {
        ChildSession child = children.create(callers.current(), toToken(request.getSessionToken()));
        return successes
                .created()
                .with((code, desc) -> new ChildSessionCreatedAnswer(code, desc, Mapping.toCreated(child)));
    }

    @Override
    public ResponseEntity<ChildSessionAnswer> getChildSession(ChildSessionRequest request, @Nullable UUID traceId) {
        ChildSession child =
                children.get(callers.current(), toToken(request.getSessionToken()), request.getSessionId());
        return successes
                .found()
                .with((code, desc) -> new ChildSessionAnswer(code, desc, Mapping.toChildSession(child)));
    }

    @Override
    public ResponseEntity<ChildSessionRefreshedAnswer> refreshChildSession(
            ChildSessionRequest request, @Nullable UUID traceId) {
        ChildSession child =
                children.refresh(callers.current(), toToken(request.getSessionToken()), request.getSessionId());
        return successes
                .refreshed()
                .with((code, desc) -> new ChildSessionRefreshedAnswer(code, desc, Mapping.toRefreshed(child)));
    }

    @Override
    public ResponseEntity<ChildSessionValidityAnswer> validateChildSession(
            ChildSessionRequest request, @Nullable UUID traceId) {
        Optional<ChildSession> child =
                children.validate(callers.current(), toToken(request.getSessionToken()), request.getSessionId());
        return successes
                .validity(child.isPresent())
                .with((code, desc) -> new ChildSessionValidityAnswer(code, desc, Mapping.toValidity(child)));
    }

    @Override
    public ResponseEntity<LoggedOutAnswer> logoutChildSession(
            LogoutChildSessionRequest request, @Nullable UUID traceId) {
        children.logout(callers.current(), toToken(request.getSessionToken()), request.getSessionId());
        return successes.loggedOut().with((code, desc) -> new LoggedOutAnswer(code, desc, new LoggedOut(true)));
    }

    @Override
    public ResponseEntity<MessagesAcceptedAnswer> addMessages(AddMessagesRequest request, @Nullable UUID traceId) {
        List<Message> added = messages.add(
                callers.current(),
                toToken(request.getSessionToken()),
                request.getSessionId(),
                Mapping.toTexts(request));
        return successes
                .accepted()
                .with((code, desc) -> new MessagesAcceptedAnswer(code, desc, Mapping.toAccepted(added)));
    }
}
