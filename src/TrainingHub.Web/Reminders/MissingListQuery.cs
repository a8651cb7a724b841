using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reminders;

/// <summary>催办名单: who of a unit and of everything below it still owes what, as a text for the unit's head.</summary>
public sealed class MissingListQuery(
    Db db, Scope scope, DemandsQuery demands, PublicAddress address, StandingWords posts, ReminderWords words, WorkingDays calendar, DayClock clock, IStringLocalizer<RemindersText> text)
{
    /// <summary>More than this is no list for a head: smaller units have their own.</summary>
    public const int Most = 500;

    public async Task<MissingListPage> RunAsync(RemindedUnit unit, CancellationToken cancel)
    {
        var (today, unitId, reach) = (clock.Today, unit.Id, scope.Organizations(Capability.ReadNames));
        // What has to be declared, reported or decided is owed by officers, not by the unit's people.
        var running = (await demands.RunningAsync(today, today, cancel)).FindAll(demand => demand.Kind is OwedKind.Programme or OwedKind.Quiz or OwedKind.Call);
        var below = db.OrganizationPaths.Where(path => path.AncestorId == unitId && path.SupersededAt == null && path.From <= today && today <= path.Until);
        var owing = demands.Owing(running, running, today).Where(one => reach.Contains(one.OrganizationId) && below.Any(path => path.DescendantId == one.OrganizationId));
        var total = await owing.CountAsync(cancel);
        var rows = await (
            from one in owing
            join person in db.People on one.PersonId equals person.Id
            join organization in db.Organizations on one.OrganizationId equals organization.Id
            orderby organization.Name, organization.Id, one.Position, person.Name, person.Id
            select new Line(one.DemandId, one.Kind, organization.Name, one.Position, person.Name, db.Users.Any(account => account.PersonId == person.Id))).Take(Most).ToListAsync(cancel);
        return new MissingListPage(unit, total, rows.Count, Written(unit, running, rows, total, today), today);
    }

    private string Written(RemindedUnit unit, List<RunningDemand> running, List<Line> rows, int total, DateOnly today)
    {
        var list = new StringBuilder(text["List_To", unit.Name]).Append('\n').Append(text["List_Head", today.Written()]).Append('\n');
        var byDemand = rows.ToLookup(row => (row.Kind, row.DemandId));
        var part = 0;
        foreach (var demand in running.Where(demand => byDemand.Contains((demand.Kind, demand.Id))))
        {
            var left = calendar.Between(today, demand.Item.Deadline);
            list.Append('\n').Append(text["List_Part", (++part).ToString(CultureInfo.InvariantCulture), words.Name(demand.Item), demand.Item.Deadline.Written(), left]).Append('\n');
            var number = 0;
            foreach (var row in byDemand[(demand.Kind, demand.Id)])
            {
                list.Append(text["List_Line", ++number, row.Name, row.Position is CorePosition.None ? "" : posts.Post(row.Position), row.UnitName]).Append(row.HasAccount ? "" : (string)text["List_NoAccount"]).Append('\n');
            }
        }

        list.Append('\n').Append(total > rows.Count ? text["List_Cut", total, rows.Count] : text["List_Total", total]).Append('\n');
        return list.Append(text["List_See", address.Of("")]).ToString();
    }

    private sealed record Line(Guid DemandId, OwedKind Kind, string UnitName, CorePosition Position, string Name, bool HasAccount);
}
