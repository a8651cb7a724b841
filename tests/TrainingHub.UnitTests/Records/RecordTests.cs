using TrainingHub.Records;

namespace TrainingHub.UnitTests.Records;

public sealed class RecordTests
{
    [Fact]
    public void Digest_changes_with_every_name_and_with_the_salt()
    {
        var names = RecordNames.Of(Guid.NewGuid(), "沈知南", "第三十二中学", "校长");
        var digest = names.Digest();

        names.PersonName = "沈知北";
        Assert.NotEqual(digest, names.Digest());
        names.PersonName = "沈知南";
        Assert.Equal(digest, names.Digest());
        names.Salt = "";
        Assert.NotEqual(digest, names.Digest());
        Assert.True(names.IsAnonymized);
    }

    [Fact]
    public void Hash_covers_what_the_record_says()
    {
        var record = Record(points: 90);
        record.Seal();
        var other = Record(points: 91);
        other.Seal();

        Assert.Equal(record.HashContent(), record.ContentHash);
        Assert.NotEqual(record.ContentHash, other.ContentHash);
    }

    private static readonly Guid Id = Guid.NewGuid();

    private static TrainingRecord Record(int points) => new()
    {
        Id = Id,
        PersonId = Id,
        ProgrammeId = Id,
        CourseSlug = "fire",
        CourseHash = "0",
        CompletionDay = new(2026, 10, 15),
        RecordedAt = new DateTime(2026, 10, 15, 2, 0, 0, DateTimeKind.Utc),
        Evidence = Evidence.OnlineExamination,
        Points = points,
        FullPoints = 100,
        CreditMinutes = 270,
        NamesDigest = "1",
    };

    [Theory]
    [InlineData("2024-03-01", "2026-02-28", "2026-02-10", "2028-02-09", true)]    // renewed before it expired
    [InlineData("2024-03-01", "2026-02-28", "2026-05-10", null, true)]            // again after it expired, then without end
    [InlineData("2024-03-01", null, "2026-02-10", "2028-02-09", false)]           // the earlier never ends: nothing to renew
    [InlineData("2024-03-01", "2026-02-28", "2024-03-01", "2026-02-28", false)]   // one day is earned once
    [InlineData("2024-03-01", null, "2024-03-02", null, false)]
    public void Two_may_stand_together_where_the_later_renews_the_earlier(string day, string? until, string otherDay, string? otherUntil, bool expected)
    {
        var (one, other) = ((Of(day), until is null ? (DateOnly?)null : Of(until)), (Of(otherDay), otherUntil is null ? (DateOnly?)null : Of(otherUntil)));

        Assert.Equal(expected, TrainingRecord.MayStandTogether(one, other));
        Assert.Equal(expected, TrainingRecord.MayStandTogether(other, one));

        static DateOnly Of(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
    }
}
