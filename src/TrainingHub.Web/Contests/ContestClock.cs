using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>Tells instants so that the time of an open question runs on evenly, whatever becomes of the server's clock meanwhile: see <see cref="ContestRoom.TimeOf"/>.</summary>
public sealed class ContestClock(TimeProvider time, DayClock clock)
{
    public ContestMoment Now => new(clock.Now, time.GetElapsedTime(0, time.GetTimestamp()));
}
