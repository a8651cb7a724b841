using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Stage;

/// <summary>The console of who leads a contest on a stage, and the names of its views.</summary>
public sealed class StageHosts(Db db, ContestClock time)
{
    public const string Page = "/Contests/Stage/StageHost.cshtml";
    public const string Part = "/Contests/Stage/_StageHost.cshtml";
    public const string DevicesPart = "/Contests/Stage/_StageDevices.cshtml";
    public const string Screen = "/Contests/Stage/StageScreen.cshtml";
    public const string ScreenPart = "/Contests/Stage/_StageScreen.cshtml";

    /// <summary>What changes, for a page that stays open.</summary>
    public StageHostPage Of(HostPage page) => new(page, page.Facts is { Room: var room } ? StageFacts.Of(room, time.Now) : null, new Dictionary<int, int>());

    /// <summary>The whole page.</summary>
    public async Task<StageHostPage> OfAsync(HostPage page, CancellationToken cancel) => Of(page) with
    {
        Devices = await db.ContestKeys.Where(key => key.ContestId == page.Contest.Id).GroupBy(key => key.Seat).Select(keys => new { Team = keys.Key, Count = keys.Count() }).ToDictionaryAsync(team => team.Team, team => team.Count, cancel),
    };
}
