using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Stage;

internal static class StageMemberRows
{
    extension(Db db)
    {
        /// <summary>Names by team and number in it, both from 1; without those of people who were anonymized. Empty for a contest in which the hall plays.</summary>
        public async Task<IReadOnlyDictionary<(int Team, int Number), string>> MembersOfAsync(Contest contest, CancellationToken cancel)
        {
            var names = new Dictionary<(int Team, int Number), string>();
            if (contest.Stage is not { } stage)
            {
                return names;
            }

            var rows = await (
                from member in db.StageMembers.AsNoTracking()
                where member.ContestId == contest.Id
                join p in db.People on member.PersonId equals (Guid?)p.Id into ps
                from person in ps.DefaultIfEmpty()
                select new { member.TeamKey, member.Number, Name = person == null ? member.GuestName : person.AnonymizedAt == null ? person.Name : null }).ToListAsync(cancel);
            foreach (var (at, team) in StageTermsJson.Read(stage).Teams.Index())
            {
                foreach (var row in rows.Where(row => string.Equals(row.TeamKey, team.Key, StringComparison.Ordinal) && row.Number <= team.Members && row.Name is not null))
                {
                    names[(at + 1, row.Number)] = row.Name ?? "";
                }
            }

            return names;
        }

        /// <summary>Members who are people of a roster, each with the number of their team, from 1; without those who were anonymized. Empty for a contest in which the hall plays.</summary>
        public async Task<IReadOnlyList<(int Team, Guid PersonId)>> StagePeopleAsync(Contest contest, CancellationToken cancel)
        {
            if (contest.Stage is not { } stage)
            {
                return [];
            }

            var rows = await db.StageMembers.AsNoTracking().Where(member => member.ContestId == contest.Id && db.People.Any(person => person.Id == member.PersonId && person.AnonymizedAt == null))
                .Select(member => new { member.TeamKey, member.Number, PersonId = member.PersonId ?? Guid.Empty }).ToListAsync(cancel);
            return
            [
                .. from team in StageTermsJson.Read(stage).Teams.Index()
                   from row in rows
                   where string.Equals(row.TeamKey, team.Item.Key, StringComparison.Ordinal) && row.Number <= team.Item.Members
                   orderby team.Index, row.Number
                   select (team.Index + 1, row.PersonId),
            ];
        }

        /// <summary>Forgets who was named for a team or a place that there is not any more.</summary>
        public async Task ForgetMembersAsync(Contest contest, CancellationToken cancel)
        {
            var teams = contest.Stage is { } stage ? StageTermsJson.Read(stage).Teams : [];
            var keys = teams.Select(team => team.Key).ToList();
            await db.StageMembers.Where(member => member.ContestId == contest.Id && !keys.Contains(member.TeamKey)).ExecuteDeleteAsync(cancel);
            foreach (var (key, members) in teams.Select(team => (team.Key, team.Members)))
            {
                await db.StageMembers.Where(member => member.ContestId == contest.Id && member.TeamKey == key && member.Number > members).ExecuteDeleteAsync(cancel);
            }
        }
    }
}
