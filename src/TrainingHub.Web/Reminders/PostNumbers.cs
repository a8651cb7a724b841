using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Coverage;
using TrainingHub.Hosting;
using TrainingHub.Notices;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reminders;

/// <summary>Lays out, for the robot of each group, how many people of its unit still owe what: numbers and a link, no names. On days on which people are reminded.</summary>
public sealed class PostNumbers(
    Db db, ChannelSettings channels, PublicAddress address, WorkingDays calendar, Ids ids, DayClock clock, IStringLocalizer<RemindersText> text, ILogger<PostNumbers> logger)
{
    /// <summary>Saved by the caller, in its transaction.</summary>
    public async Task AddAsync(ReminderRun run, IReadOnlyList<RunningDemand> running, CancellationToken cancel)
    {
        foreach (var robot in channels.Robots)
        {
            var key = $"robot:{robot.Name}:{run.Day.Iso()}";
            if (await db.Organizations.AsNoTracking().SingleOrDefaultAsync(unit => unit.Code == robot.Unit, cancel) is not { } found)
            {
                ReminderLog.NoUnit(logger, robot.Name, robot.Unit);
                continue;
            }

            if (await TextAsync(run, running, found.Id, found.Name, cancel) is { } body && !await db.Dispatches.AnyAsync(one => one.Key == key, cancel))
            {
                db.Dispatches.Add(new Dispatch
                {
                    Id = ids.Next(),
                    Channel = robot.Kind,
                    Key = key,
                    To = robot.Name,
                    Subject = "",
                    Body = body,
                    CreatedAt = clock.Now,
                    DueAt = clock.Now,
                });
            }
        }
    }

    /// <summary>Null when nothing is due for anybody of the unit.</summary>
    private async Task<string?> TextAsync(ReminderRun run, IReadOnlyList<RunningDemand> running, Guid unitId, string unitName, CancellationToken cancel)
    {
        var today = run.Day;
        // A group is told of training; what single people were called to is between them and who called.
        var due = running.Where(demand => demand.Kind is OwedKind.Programme && ReminderRule.Since(run.After, today, demand.Item.Deadline, calendar) is not null).ToList();
        var targets = due.ConvertAll(demand => demand.Id);
        var missing = await db.CoverageStandings
            .Where(standing => standing.Kind == StandingKind.Missing && targets.Contains(standing.TargetId) && db.OrganizationPaths.Any(path =>
                path.AncestorId == unitId && path.DescendantId == standing.OrganizationId && path.SupersededAt == null && path.From <= today && today <= path.Until))
            .GroupBy(standing => standing.TargetId)
            .Select(group => new { TargetId = group.Key, People = group.Count(), Units = group.Select(standing => standing.OrganizationId).Distinct().Count() }).ToDictionaryAsync(row => row.TargetId, cancel);
        // Of several targets of one programme the nearest, as people are told.
        var lines = due.Where(demand => missing.ContainsKey(demand.Id)).DistinctBy(demand => demand.Item.SubjectId).Select(demand =>
            (demand.Item, missing[demand.Id].People, missing[demand.Id].Units)).ToList();
        return lines.Count is 0 ? null : NoticeWords.InChinese(() => Written(lines, today, unitName));
    }

    private string Written(List<(OwedItem Item, int People, int Units)> lines, DateOnly today, string unitName)
    {
        var body = new StringBuilder(text["Robot_Head", unitName, today.Written()]).Append('\n');
        foreach (var (item, people, units) in lines)
        {
            body.Append(text["Robot_Line", item.Name, people.Grouped(), units.Grouped(), item.Deadline.Written(), calendar.Between(today, item.Deadline)]).Append('\n');
        }

        return body.Append(text["Robot_See", address.OutsideRequests("coverage")]).ToString();
    }
}
