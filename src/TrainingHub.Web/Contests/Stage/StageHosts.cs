using TrainingHub.Time;

namespace TrainingHub.Contests.Stage;

/// <summary>The console of who leads a contest on a stage, and the names of its views.</summary>
public sealed class StageHosts(DayClock clock)
{
    public const string Page = "/Contests/Stage/StageHost.cshtml";
    public const string Part = "/Contests/Stage/_StageHost.cshtml";
    public const string Screen = "/Contests/Stage/StageScreen.cshtml";
    public const string ScreenPart = "/Contests/Stage/_StageScreen.cshtml";

    public StageHostPage Of(HostPage page) => new(page, page.Facts is { Room: var room } ? StageFacts.Of(room, clock.Now) : null);
}
