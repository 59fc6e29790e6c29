package cn.yiwang.localstack.plan;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.process.PortOwner;
import cn.yiwang.localstack.process.Processes;

/** Before anything starts: every port is free, or already held by the very process that it is meant for. */
public final class PortCheck {

    private final Home home;
    private final Plan plan;

    public PortCheck(Home home, Plan plan) {
        this.home = home;
        this.plan = plan;
    }

    public void run() {
        check(plan.launcherPort(), Plan.LAUNCHER);
        for (Instance instance : plan.instances()) {
            check(instance.port(), instance.key());
            if (instance.part() == Part.KAFKA) {
                check(instance.port() + 1, instance.key());
            }
        }
    }

    private void check(int port, String key) {
        if (!PortOwner.isFree(port) && !isHeldByUs(port, key)) {
            throw PortOwner.taken(port, key);
        }
    }

    private boolean isHeldByUs(int port, String key) {
        long ours = Processes.find(home, key).map(ProcessHandle::pid).orElse(-1L);
        return ours != -1
                && PortOwner.find(port).map(owner -> owner.pid() == ours).orElse(true);
    }
}
