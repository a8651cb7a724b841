using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Stage;

/// <summary>Members of the teams of a draft, and whom the staff numbers name that somebody types.</summary>
public sealed class StageMembersQuery(Db db, Scope scope)
{
    /// <param name="contest">On a stage.</param>
    /// <param name="typed">What was typed; null: what is stored.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<StageMembersPage> RunAsync(Contest contest, StageMembersInput? typed, CancellationToken cancel)
    {
        var stored = await StoredAsync(contest.Id, cancel);
        var terms = StageTermsJson.Read(contest.Stage ?? throw new InvalidOperationException("No stage."));
        var (teams, index) = (new List<StageMembersPage.Team>(), 0);
        foreach (var team in terms.Teams)
        {
            var places = new List<StageMembersPage.Place>();
            for (var number = 1; number <= team.Members; number++)
            {
                var before = stored.Find(one => one.Number == number && string.Equals(one.TeamKey, team.Key, StringComparison.Ordinal));
                places.Add(new StageMembersPage.Place(index, number, typed is null ? before?.Who : typed.Members.ElementAtOrDefault(index)?.Who, typed is null ? before?.Name : null));
                index++;
            }

            teams.Add(new StageMembersPage.Team(team.Key, team.Name, team.Unit, places));
        }

        return new StageMembersPage(contest, teams);
    }

    /// <summary>Members as they are stored, with what stands in the field of each: a staff number, and a name where there is none.</summary>
    public Task<List<Stored>> StoredAsync(Guid contestId, CancellationToken cancel) => (
        from member in db.StageMembers.AsNoTracking()
        where member.ContestId == contestId
        join p in db.People on member.PersonId equals (Guid?)p.Id into ps
        from person in ps.DefaultIfEmpty()
        select new Stored
        {
            TeamKey = member.TeamKey,
            Number = member.Number,
            PersonId = member.PersonId,
            Who = person == null ? member.GuestName : person.StaffNumber ?? (person.AnonymizedAt == null ? person.Name : null),
            Name = person == null || person.AnonymizedAt != null ? null : person.Name,
        }).ToListAsync(cancel);

    /// <summary>People in reach by staff number as it is stored. Somebody out of reach is answered as nobody, and so is a number that two people have.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> PeopleAsync(IReadOnlyCollection<string> staffNumbers, CancellationToken cancel)
    {
        var reach = scope.PeopleInPost(Capability.ManageQuizzes);
        var people = await reach.Where(person => staffNumbers.Contains(person.StaffNumber) && person.AnonymizedAt == null).Select(person => new { person.Id, person.StaffNumber }).Distinct().ToListAsync(cancel);
        return people.GroupBy(person => person.StaffNumber ?? "", StringComparer.Ordinal).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.Single().Id, StringComparer.Ordinal);
    }

    /// <summary>A member as it is stored.</summary>
    public sealed record Stored
    {
        /// <summary>As <see cref="StageTeam.Key"/>.</summary>
        public required string TeamKey { get; init; }

        /// <summary>In the team, from 1.</summary>
        public required int Number { get; init; }

        /// <summary>Null for a guest.</summary>
        public required Guid? PersonId { get; init; }

        /// <summary>What stands in the field; null of somebody who was anonymized.</summary>
        public required string? Who { get; init; }

        /// <summary>Of a person; null otherwise.</summary>
        public required string? Name { get; init; }
    }
}
