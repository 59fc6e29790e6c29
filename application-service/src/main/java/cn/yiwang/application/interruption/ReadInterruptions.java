package cn.yiwang.application.interruption;

import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.starter.identity.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows when and why handling rested or ended, to everybody who sees the application: the departments wait for it too. */
@Component
public class ReadInterruptions {

    private static final int MOST = 200;

    private final Desk desk;
    private final Interruptions interruptions;

    ReadInterruptions(Desk desk, Interruptions interruptions) {
        this.desk = desk;
        this.interruptions = interruptions;
    }

    public List<Interruption> of(Actor actor, UUID id) {
        Application application = desk.read(actor, id);
        return interruptions.of(application.key(), MOST);
    }
}
