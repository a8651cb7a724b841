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
}
