using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Puts a person on the roster. Somebody who is on it already is not entered twice but gets a post or a transfer.</summary>
public sealed class AddPerson(Db db, Transactions transactions, AddMembership addMembership, Scope scope, Ids ids, DayClock clock)
{
    public async Task<MembershipOutcome> RunAsync(NewPerson person, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync(cancel => AddAsync(person, cancel), cancel);
        }
        catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException && person.StaffNumber is not null)
        {
            // Two people typed the same staff number in the same moment: the unique index decided.
            return new MembershipOutcome.Refused(MembershipRefusal.SameNumber);
        }
    }

    private async Task<MembershipOutcome> AddAsync(NewPerson person, CancellationToken cancel)
    {
        if (person.Post.Until < person.Post.From)
        {
            return new MembershipOutcome.Refused(MembershipRefusal.EndBeforeStart);
        }

        if (await FindTwinAsync(person, cancel) is { } twin)
        {
            return twin;
        }

        if (!await db.OrganizationDetails.On(person.Post.From).AnyAsync(d => d.OrganizationId == person.Post.OrganizationId, cancel))
        {
            return new MembershipOutcome.Refused(MembershipRefusal.OrganizationAbsent);
        }

        var id = ids.Next();
        db.Add(new Person
        {
            Id = id,
            Name = person.Name,
            NormalizedName = NameFolding.Fold(person.Name),
            StaffNumber = person.StaffNumber,
            Phone = person.Phone,
            CreatedAt = clock.Now,
        });
        await db.SaveChangesAsync(cancel);
        return await addMembership.RunAsync(id, person.Post, cancel);
    }

    private async Task<MembershipOutcome.Refused?> FindTwinAsync(NewPerson person, CancellationToken cancel)
    {
        var folded = NameFolding.Fold(person.Name);
        var twin = await db.People
            .Where(p => (person.StaffNumber != null && p.StaffNumber == person.StaffNumber)
                || (person.Phone != null && p.Phone == person.Phone && p.NormalizedName == folded))
            .OrderByDescending(p => p.StaffNumber == person.StaffNumber)
            .Select(p => new { p.Id, p.StaffNumber }).FirstOrDefaultAsync(cancel);
        if (twin is null)
        {
            return null;
        }

        var isReached = await scope.People(Capability.ReadPeople).AnyAsync(p => p.Id == twin.Id, cancel);
        var why = person.StaffNumber is not null && string.Equals(twin.StaffNumber, person.StaffNumber, StringComparison.Ordinal) ? MembershipRefusal.SameNumber : MembershipRefusal.SamePerson;
        return new MembershipOutcome.Refused(why, isReached ? twin.Id : null);
    }
}
