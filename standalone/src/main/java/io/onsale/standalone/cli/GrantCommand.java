package io.onsale.standalone.cli;

import io.onsale.schemas.accounts.Role;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.run.RoleGrant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./onsale grant}. */
@Command(
        name = "grant",
        mixinStandardHelpOptions = true,
        description = {
            "Gives a role to whoever signed up with an email address, such as the first operator's.",
            "Asking again changes nothing. Where ONSALE_PROCESS_KEY is not the system's, nobody is found."
        })
final class GrantCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EMAIL")
    private String email = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "fan, organizer, operator, analyst, partner or gate")
    private Role role = Role.FAN;

    @Mixin
    private SystemOptions system = new SystemOptions();

    @Override
    public Integer call() {
        if (role == Role.GUEST) {
            throw new ToldToUser("guests are people without an account; nobody is granted that");
        }
        Endpoints endpoints = system.findWithKey();
        new RoleGrant(endpoints.kafka(), system.registry(endpoints), system.processKey()).grant(email, role);
        System.out.println(email + " is " + role.name().toLowerCase(Locale.ROOT));
        return 0;
    }
}
