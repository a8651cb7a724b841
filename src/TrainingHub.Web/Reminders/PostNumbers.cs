using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;
using TrainingHub.Notices;
using TrainingHub.Sessions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reminders;

/// <summary>
/// Lays out, for the robot of each group, how many people of its unit still owe what, of everything that people are reminded of, and how many sessions wait to be
/// closed: numbers and a link, no names. On days on which people are reminded.
/// </summary>
public sealed class PostNumbers(
    Db db, DemandsQuery demands, ChannelSettings channels, PublicAddress address, WorkingDays calendar, Ids ids, DayClock clock, IStringLocalizer<RemindersText> text, ILogger<PostNumbers> logger)
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
        var due = running.Where(demand => ReminderRule.Since(run.After, today, demand.Item.Deadline, calendar) is not null).ToList();
        var lines = due.Count is 0 ? [] : await LinesAsync(running, due, unitId, today, cancel);
        // What is left open after the day has no deadline: it is said once a week.
        var open = calendar.FirstOfWeek(today) == today ? await OpenSessionsAsync(unitId, today, cancel) : (Sessions: 0, Units: 0);
        return lines.Count is 0 && open.Sessions is 0 ? null : NoticeWords.InChinese(() => Written(lines, open, today, unitName));
    }

    /// <summary>How many people of how many units owe each thing, every person and thing once, as people are told; the nearest first.</summary>
    private async Task<List<Line>> LinesAsync(IReadOnlyList<RunningDemand> running, List<RunningDemand> due, Guid unitId, DateOnly today, CancellationToken cancel)
    {
        var below = Below(unitId, today);
        var rows = await demands.Owing(running, due, today).Where(owing => below.Contains(owing.OrganizationId))
            .GroupBy(owing => new { owing.Kind, owing.DemandId, owing.OrganizationId })
            .Select(group => new { group.Key.Kind, group.Key.DemandId, group.Key.OrganizationId, People = group.Select(owing => owing.PersonId).Distinct().Count() }).ToListAsync(cancel);
        var items = due.ToDictionary(demand => (demand.Kind, demand.Id), demand => demand.Item);
        return
        [
            .. from row in rows
               group row by items[(row.Kind, row.DemandId)].SubjectId into same
               let nearest = same.Select(row => items[(row.Kind, row.DemandId)]).OrderBy(item => item.Deadline).ThenBy(item => item.Name, StringComparer.Ordinal).First()
               orderby nearest.Kind, nearest.Deadline, nearest.SubjectId
               select new Line(nearest, same.Sum(row => row.People), same.Select(row => row.OrganizationId).Distinct().Count()),
        ];
    }

    /// <summary>Sessions that are over and not closed yet, and their units.</summary>
    private async Task<(int Sessions, int Units)> OpenSessionsAsync(Guid unitId, DateOnly today, CancellationToken cancel)
    {
        var below = Below(unitId, today);
        var rows = await db.TrainingSessions
            .Where(session => (session.Standing == SessionStanding.Planned || session.Standing == SessionStanding.Closing) && session.LastDay < today && below.Contains(session.OrganizationId))
            .GroupBy(session => session.OrganizationId).Select(group => group.Count()).ToListAsync(cancel);
        return (rows.Sum(), rows.Count);
    }

    private IQueryable<Guid> Below(Guid unitId, DateOnly today) => db.OrganizationPaths
        .Where(path => path.AncestorId == unitId && path.SupersededAt == null && path.From <= today && today <= path.Until).Select(path => path.DescendantId);

    private string Written(List<Line> lines, (int Sessions, int Units) open, DateOnly today, string unitName)
    {
        var body = new StringBuilder(text["Robot_Head", unitName, today.Written()]).Append('\n');
        foreach (var (item, people, units) in lines)
        {
            body.Append(text[$"Robot_{item.Kind}", item.Name, people.Grouped(), units.Grouped(), item.Deadline.Written(), calendar.Between(today, item.Deadline)]).Append('\n');
        }

        if (open.Sessions > 0)
        {
            body.Append(text["Robot_Sessions", open.Sessions.Grouped(), open.Units.Grouped()]).Append('\n');
        }

        return body.Append(text["Robot_See", address.OutsideRequests("coverage")]).ToString();
    }

    private sealed record Line(OwedItem Item, int People, int Units);
}
