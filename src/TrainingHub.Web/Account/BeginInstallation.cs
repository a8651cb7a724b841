using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Account;

/// <summary>
/// Makes of an empty database one in which somebody can work: the topmost organization, its first person with a post and every permission
/// on it, and an activation slip for that person. All of it or nothing, and only once.
/// </summary>
public sealed partial class BeginInstallation(
    Db db, Transactions transactions, TreeWriter tree, CreateOrganization create, AddPerson add, IssueSlips slips, Ids ids, DayClock clock, ILogger<BeginInstallation> log)
{
    /// <summary>Everything there is to be permitted: somebody has to be able to pass it on.</summary>
    private static readonly IReadOnlyList<Capability> Everything = [.. Enum.GetValues<Capability>().Except([Capability.None])];

    /// <param name="root">Without a parent.</param>
    /// <param name="person">Name, staff number, phone; the four digits of the phone go with the slip.</param>
    /// <param name="position">What the person is there, from today on.</param>
    public Task<BeginOutcome> RunAsync(NewOrganization root, PersonInput person, CorePosition position, CancellationToken cancel) =>
        transactions.RunAsync<BeginOutcome>(async cancel =>
        {
            // Two operators at once: the second waits here and then finds the first one's organization.
            await tree.LockAsync(cancel);
            if (await db.Organizations.AnyAsync(cancel) || await db.People.AnyAsync(cancel))
            {
                return new BeginOutcome.HasDataAlready();
            }

            var code = await create.RunAsync(root, cancel) is TreeOutcome.Done done
                ? done.Code
                : throw new InvalidOperationException("The first organization was refused.");
            var personId = await add.RunAsync(NewPerson(root.Id, person, position), cancel) is MembershipOutcome.Done added
                ? added.PersonId
                : throw new InvalidOperationException("The first person was refused.");
            db.AddRange(Everything.Select(capability => new Grant
            {
                Id = ids.Next(),
                PersonId = personId,
                OrganizationId = root.Id,
                Capability = capability,
                GrantedAt = clock.Now,
            }));
            var printed = await slips.PrintAsync(root.Id, root.Name, [new SlipHolder(personId, person.Name, HasAccount: false)], cancel);
            Begun(root.Id, personId);
            return new BeginOutcome.Begun(code, printed[0]);
        }, cancel);

    private NewPerson NewPerson(Guid organizationId, PersonInput person, CorePosition position) => new(
        person.Name, person.StaffNumber, PhoneNumber.Tidy(person.Phone), new NewMembership
        {
            OrganizationId = organizationId,
            PositionId = ShippedPositions.Of(position).Id,
            Employment = Employment.Established,
            From = clock.Today,
            IsPrimary = true,
        });

    [LoggerMessage(812, LogLevel.Information, "The installation begins with organization {OrganizationId} and person {PersonId}.")]
    private partial void Begun(Guid organizationId, Guid personId);
}
