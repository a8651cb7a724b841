using TrainingHub.Records;

namespace TrainingHub.UnitTests.Records;

public sealed class LedgerSealTests
{
    private static readonly DateTime Now = new(2026, 10, 15, 2, 0, 0, DateTimeKind.Utc);
    private static readonly LedgerRow[] Rows = [Row(1), Row(2), Row(3)];

    [Fact]
    public void Seals_form_a_chain_without_gaps()
    {
        var first = LedgerSeal.After(last: null, Rows, Now);
        var second = LedgerSeal.After(first, [Row(4)], Now.AddSeconds(1));

        Assert.Equal((1, ""), (first.Number, first.Previous));
        Assert.Equal((2, first.Digest), (second.Number, second.Previous));
        Assert.Equal(second.HashContent(), second.Digest);
    }

    [Fact]
    public void The_order_in_which_rows_are_read_does_not_matter() =>
        Assert.Equal(LedgerSeal.DigestOf(Rows), LedgerSeal.DigestOf(Rows.Reverse()));

    [Fact]
    public void Every_change_of_a_row_shows()
    {
        LedgerRow[][] others =
        [
            [.. Rows[..2], Rows[2] with { Hash = "0" }],
            [.. Rows[..2], Rows[2] with { Kind = LedgerRowKind.Revocation }],
            [.. Rows[..2], Row(4)],
            Rows[..2],
            [.. Rows, Row(4)],
        ];

        Assert.All(others, other => Assert.NotEqual(LedgerSeal.DigestOf(Rows), LedgerSeal.DigestOf(other)));
    }

    [Fact]
    public void A_seal_covers_at_least_one_row_and_not_too_many()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LedgerSeal.After(last: null, [], Now));
        Assert.Throws<ArgumentOutOfRangeException>(() => LedgerSeal.After(last: null, [.. Enumerable.Range(0, LedgerSeal.MostRows + 1).Select(Row)], Now));
    }

    [Fact]
    public void Hash_of_a_revocation_covers_its_reason()
    {
        var (id, by) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.NotEqual(Of("登记有误").HashContent(), Of("重复登记").HashContent());
        Assert.Equal(Of("登记有误").HashContent(), Of("登记有误").HashContent());

        Assert.NotEqual(Of("登记有误").HashContent(), new Revocation { Id = id, RecordId = id, RecordedAt = Now, RecordedBy = by, Reason = "登记有误", IsConsequence = true }.HashContent());

        Revocation Of(string reason) => new() { Id = id, RecordId = id, RecordedAt = Now, RecordedBy = by, Reason = reason };
    }

    private static LedgerRow Row(int number) => new(LedgerRowKind.Record, new Guid(number, 0, 0, new byte[8]), $"hash {number}");
}
