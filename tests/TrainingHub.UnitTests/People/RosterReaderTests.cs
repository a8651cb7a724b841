using System.Globalization;
using TrainingHub.People;
using TrainingHub.People.Imports;
using TrainingHub.Time;

namespace TrainingHub.UnitTests.People;

public sealed class RosterReaderTests
{
    [Fact]
    public void Finds_the_heading_below_a_title_and_its_other_spellings()
    {
        var read = Read(["2026年秋季名册"], ["姓名*", "教职工号", "联系电话", "所在学校", "职务（必填）", "到岗日期"], ["张 三", 1001, 13800010426d, "临溪一小", "安全员", "2025.3"]);

        var row = Assert.Single(read.Rows);
        Assert.Equal(("张三", "1001", "13800010426", "临溪一小", "安全员", new DateOnly(2025, 3, 1)), (row.Name, row.StaffNumber, row.Phone, row.Unit, row.Position, row.From));
        Assert.Null(row.Problem);
        Assert.Equal("B3", row.Address(RosterColumn.StaffNumber));
    }

    [Theory]
    [InlineData("张  三", "张三")]
    [InlineData("张　三", "张三")]
    [InlineData("䶮 㛃", "䶮㛃")]
    [InlineData("𬭚 三", "𬭚三")]
    [InlineData("买买提·艾力", "买买提·艾力")]
    [InlineData("Anna Lee", "Anna Lee")]
    public void Leaves_out_blanks_that_only_fill_the_column(string typed, string name) => Assert.Equal(name, RosterWords.WithoutPadding(typed));

    [Fact]
    public void Keeps_rare_characters()
    {
        var read = Read(["姓名", "岗位"], ["𬎆䶮", "教师"], ["㛃𬭚", "教师"]);

        Assert.Equal(["𬎆䶮", "㛃𬭚"], read.Rows.Select(row => row.Name));
    }

    [Fact]
    public void Drops_columns_by_their_values_whatever_their_heading_says()
    {
        var read = Read(["姓名", "工号", "岗位", "备注"], ["张三", "11010519491231002X", "教师", "11010519491231002X"], ["李四", "440524188001010014", "教师", "无"], ["王五", "", "教师", ""]);

        Assert.Equal(["B 工号", "D 备注"], read.DroppedColumns);
        Assert.All(read.Rows, row => Assert.Null(row.StaffNumber));
        Assert.All(read.Rows, row => Assert.DoesNotContain("11010519491231002X", row.Typed.Values));
    }

    [Fact]
    public void Leaves_behind_a_single_cell_that_holds_an_identity_number()
    {
        var rows = Enumerable.Range(1, 9).Select(n => new object?[] { $"张三{(char)('甲' + n)}", "教师" }).Append(["李四 11010519491231002X", "教师"]);

        var read = Read([["姓名", "岗位"], .. rows]);

        Assert.Equal((RowReason.IdentityNumberInCell, RosterColumn.Name), (read.Rows[^1].Problem?.Reason, read.Rows[^1].Problem?.Column));
        Assert.DoesNotContain("1949", string.Join('|', read.Rows[^1].Typed.Values) + read.Rows[^1].Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_missing_column_and_the_headings_found()
    {
        var refused = Assert.IsType<ReadOutcome.Refused>(new RosterReader(needsUnit: true).Read([Sheet(["姓名", "岗位", "备注"], ["张三", "教师", ""])]));

        Assert.Equal((FileRefusal.MissingColumn, "表一\tUnit", "姓名、岗位、备注"), (refused.Why, refused.Where, refused.Found));
    }

    [Fact]
    public void Reads_a_cell_merged_downwards_in_each_of_its_rows_and_refuses_one_merged_over_two_columns()
    {
        var sheet = Sheet(["名册"], ["学校", "姓名", "岗位"], ["临溪一小", "张三", "教师"], [null, "李四", null], [null, "王五", "校长"]);

        var read = Assert.IsType<ReadOutcome.Read>(new RosterReader(needsUnit: true).Read([sheet with { MergedRanges = ["A1:C1", "A3:A5", "C3:C4"] }]));
        var refused = Assert.IsType<ReadOutcome.Refused>(new RosterReader(needsUnit: true).Read([sheet with { MergedRanges = ["A1:C1", "B3:C3"] }]));

        Assert.Equal([("临溪一小", "张三", "教师"), ("临溪一小", "李四", "教师"), ("临溪一小", "王五", "校长")], read.Rows.Select(row => (row.Unit, row.Name, row.Position)));
        Assert.Equal((FileRefusal.MergedCells, "表一\tB3:C3"), (refused.Why, refused.Where));
    }

    [Fact]
    public void Reads_a_heading_in_two_rows_also_where_it_is_repeated_on_every_page()
    {
        var sheet = Sheet(
            ["2026年名册"], ["序号", "姓名", "职务", "任职时间", null, "联系电话"], [null, null, null, "开始", "结束", null],
            [1, "张三", "安全员", "2024.9", "2025.8", 13800010426d], ["序号", "姓名", "职务", "任职时间", null, "联系电话"], [2, "李四", "教师", 45536, null, null]);

        var read = Assert.IsType<ReadOutcome.Read>(new RosterReader(needsUnit: false).Read([sheet with { MergedRanges = ["A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"] }]));

        Assert.Equal(
            [("张三", new DateOnly(2024, 9, 1), new DateOnly(2025, 8, 31), "13800010426"), ("李四", new DateOnly(2024, 9, 1), (DateOnly?)null, null)],
            read.Rows.Select(row => (row.Name, row.From!.Value, row.Until, row.Phone)));
        Assert.All(read.Rows, row => Assert.Null(row.Problem));
    }

    [Fact]
    public void Leaves_notes_under_the_table_and_says_which()
    {
        var read = Read(
            ["序号", "姓名", "岗位"], [1, "张三", "教师"], ["合计", 1], ["注：本表于9月10日前报送安全管理科，电子版和纸质版各一份，纸质版加盖公章。"], ["填表人：李四", null, null, "审核人：王五"],
            ["本校另有外聘保安两人由保安公司派驻且按合同管理不列入本名册请知悉"], [2, "注册员", "教师"], [3, "李四", null]);

        Assert.Equal(["张三", "注册员", "李四"], read.Rows.Select(row => row.Name));
        Assert.Equal(RowReason.PositionMissing, read.Rows[^1].Problem?.Reason);
        Assert.Equal(4, read.SkippedSheets.Count);
        Assert.StartsWith("表一 4: 注：", read.SkippedSheets[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_which_rows_are_marked_by_colours_and_takes_a_painted_column_for_decoration()
    {
        var sheet = Sheet(["姓名", "岗位"], ["张三", "教师"], ["李四", "教师"], ["王五", "教师"], ["赵六", "教师"]);
        var marked = sheet with { Paint = new Dictionary<int, string> { [0] = "\u0003\u0003", [2] = "\u0001\u0001", [3] = "\0\u0002" } };
        var painted = sheet with { Paint = Enumerable.Range(1, 4).ToDictionary(row => row, _ => "\u0001\u0001") };

        var read = Assert.IsType<ReadOutcome.Read>(new RosterReader(needsUnit: false).Read([marked]));

        Assert.Equal(new ReadNote(ReadNoteKind.Colours, "表一", "3—4", "A、B", 2), Assert.Single(read.Notes));
        Assert.Equal(4, read.Rows.Count);
        Assert.Empty(Assert.IsType<ReadOutcome.Read>(new RosterReader(needsUnit: false).Read([painted])).Notes);
    }

    [Fact]
    public void Reads_who_has_left_tells_who_is_on_leave_and_refuses_words_it_does_not_know()
    {
        var read = Read(["姓名", "岗位", "在岗状态"], ["张三", "教师", "在岗"], ["李四", "教师", "已退休"], ["王五", "教师", "产 假"], ["赵六", "教师", "内退"], ["钱七", "教师", ""]);

        Assert.Equal([null, LeaveKind.Retirement, LeaveKind.MaternityLeave, null, null], read.Rows.Select(row => row.Status));
        Assert.Equal([false, true, false, false, false], read.Rows.Select(row => row.HasLeft));
        Assert.Equal([RowReason.StatusUnknown], read.Rows.Select(row => row.Problem).OfType<RowProblem>().Select(problem => problem.Reason));
        Assert.Equal(new ReadNote(ReadNoteKind.Leaves, "表一", "4", "C", 1), Assert.Single(read.Notes));
    }

    [Theory]
    [InlineData("13800010426.0", "13800010426")]
    [InlineData("1.3800010426E+10", "13800010426")]
    [InlineData("１３８ 0001 0426", "13800010426")]
    [InlineData("1.38E+10", null)]
    [InlineData("1.38000104E10", null)]
    public void Reads_a_phone_number_that_was_a_number_only_when_all_of_its_digits_are_there(string typed, string? phone)
    {
        var row = Assert.Single(Read(["姓名", "岗位", "手机号"], ["张三", "教师", typed]).Rows);

        Assert.Equal((phone, phone is null ? RowReason.PhoneUnreadable : (RowReason?)null), (row.Phone, row.Problem?.Reason));
    }

    [Fact]
    public void Takes_a_covered_phone_number_for_none_and_says_so()
    {
        var read = Read(["姓名", "岗位", "手机号"], ["张三", "教师", "138****0426"], ["李四", "教师", "13800010426"]);

        Assert.Equal([null, "13800010426"], read.Rows.Select(row => row.Phone));
        Assert.All(read.Rows, row => Assert.Null(row.Problem));
        Assert.Equal(new ReadNote(ReadNoteKind.MaskedPhones, "表一", "2", "C", 1), Assert.Single(read.Notes));
    }

    [Fact]
    public void Takes_the_unit_from_the_name_of_a_sheet_where_it_is_one_of_a_school()
    {
        SheetCells[] sheets = [Sheet(["姓名", "岗位"], ["张三", "教师"]) with { Name = "临溪一小" }, Sheet(["姓名", "岗位"], ["欧阳 娜", "校长"]) with { Name = "滨河路小学（东校区）" }];

        var read = Assert.IsType<ReadOutcome.Read>(new RosterReader(needsUnit: true).Read(sheets));

        Assert.Equal([("临溪一小", "张三"), ("滨河路小学（东校区）", "欧阳娜")], read.Rows.Select(row => (row.Unit, row.Name)));
        Assert.IsType<ReadOutcome.Refused>(new RosterReader(needsUnit: true).Read([sheets[0] with { Name = "Sheet1" }]));
        Assert.IsType<ReadOutcome.Refused>(new RosterReader(needsUnit: true).Read([sheets[0] with { Name = "教职工名册" }]));
    }

    [Theory]
    [InlineData("", "教师", RowReason.NameMissing)]
    [InlineData("张3", "教师", RowReason.NameUnreadable)]
    [InlineData("张三", "", RowReason.PositionMissing)]
    public void Refuses_a_row_and_says_why(string name, string position, RowReason reason)
    {
        var read = Read(["姓名", "岗位", "手机号"], [name, position, "13800010426"]);

        Assert.Equal(reason, Assert.Single(read.Rows).Problem?.Reason);
    }

    [Fact]
    public void Refuses_an_end_before_the_start_and_a_short_phone()
    {
        var read = Read(["姓名", "岗位", "任职开始", "任职结束", "手机号"], ["张三", "教师", "2025-3-1", "2025-2-1", ""], ["李四", "教师", "", "", "1380013"]);

        Assert.Equal(RowReason.EndBeforeStart, read.Rows[0].Problem?.Reason);
        Assert.Equal(("E3", RowReason.PhoneUnreadable), (read.Rows[1].Address(RosterColumn.Phone), read.Rows[1].Problem?.Reason));
    }

    [Theory]
    [InlineData("李某11010519491231002X")]
    [InlineData("李某110105 19491231 002X")]
    public void Keeps_no_identity_number_in_the_name_of_a_sheet_it_skips(string name)
    {
        var skipped = Sheet(["说明"], ["填表说明"]) with { Name = name };

        var read = Assert.IsType<ReadOutcome.Read>(new RosterReader(needsUnit: false).Read([skipped, Sheet(["姓名", "岗位"], ["张三", "教师"])]));

        Assert.DoesNotContain("1949", Assert.Single(read.SkippedSheets), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_leave_whichever_way_its_days_are_typed()
    {
        var read = Read(
            ["姓名", "岗位", "请假类型", "请假开始日期", "请假结束日期", "产假起止时间", "借调开始", "借调结束"],
            ["甲", "教师", "病假", "2024.9", "2024年12月31日", "", "", ""],
            ["乙", "教师", "", "", "", "2024年9月1日至2025年1月31日", "", ""],
            ["丙", "教师", "", "", "", "2024-09-01-2025-01-31", 45536, "至今"],
            ["丁", "教师", "事假", 45536, "", "2024.9.1起", "", ""],
            ["戊", "教师", "", "", "", "2024.9至今", "", ""]);

        DateOnly september = new(2024, 9, 1), january = new(2025, 1, 31);
        Assert.All(read.Rows, row => Assert.Null(row.Problem));
        Assert.Equal([(LeaveKind.LongSickLeave, september, (DateOnly?)new DateOnly(2024, 12, 31))], Of(0));
        Assert.Equal([(LeaveKind.MaternityLeave, september, (DateOnly?)january)], Of(1));
        Assert.Equal([(LeaveKind.MaternityLeave, september, (DateOnly?)january), (LeaveKind.Secondment, september, Day.Open)], Of(2));
        Assert.Equal([(LeaveKind.Other, september, (DateOnly?)null), (LeaveKind.MaternityLeave, september, null)], Of(3));
        Assert.Equal([(LeaveKind.MaternityLeave, september, (DateOnly?)Day.Open)], Of(4));

        IEnumerable<(LeaveKind?, DateOnly, DateOnly?)> Of(int row) => read.Rows[row].Leaves.Select(leave => (leave.Kind, leave.From, leave.Until));
    }

    [Fact]
    public void Reads_leave_under_a_heading_in_two_rows_and_its_kind_from_the_column_of_states()
    {
        var sheet = Sheet(["姓名", "职务", "在岗状态", "请假时间", null], [null, null, null, "开始", "结束"], ["张三", "教师", "产假", "2024.9", "2025.1"], ["李四", "教师", "借调", null, null]);

        var read = Assert.IsType<ReadOutcome.Read>(new RosterReader(needsUnit: false).Read([sheet with { MergedRanges = ["A1:A2", "B1:B2", "C1:C2", "D1:E1"] }]));

        var leave = Assert.Single(read.Rows[0].Leaves);
        Assert.Equal((LeaveKind.MaternityLeave, new DateOnly(2024, 9, 1), new DateOnly(2025, 1, 31), RosterColumn.LeaveFrom), (leave.Kind, leave.From, leave.Until, leave.Column));
        Assert.Equal((ReadNoteKind.Leaves, "4"), (Assert.Single(read.Notes).Kind, read.Notes[0].Rows));
    }

    [Theory]
    [InlineData("去年", "", RowReason.DateUnreadable, "C2")]
    [InlineData("", "2024.12", RowReason.LeaveStartMissing, "D2")]
    [InlineData("2025.3", "2024.12", RowReason.LeaveEndBeforeStart, "D2")]
    public void Names_the_cell_in_which_the_days_of_leave_are_wrong(string from, string until, RowReason reason, string cell)
    {
        var row = Assert.Single(Read(["姓名", "岗位", "请假开始", "请假结束"], ["张三", "教师", from, until]).Rows);

        Assert.Equal((reason, cell), (row.Problem?.Reason, row.Address(row.Problem!.Column)));
    }

    [Theory]
    [InlineData("产假", null)]
    [InlineData("请假情况", null)]
    [InlineData("请假天数", null)]
    [InlineData("休假起", RosterColumn.LeaveFrom)]
    [InlineData("开始请假日期", RosterColumn.LeaveFrom)]
    [InlineData("长期病假截止日期", RosterColumn.SickLeaveUntil)]
    [InlineData("挂职时间", RosterColumn.Secondment)]
    [InlineData("停薪留职起始时间", RosterColumn.SuspensionFrom)]
    [InlineData("MATERNITYLEAVEUNTIL", RosterColumn.MaternityLeaveUntil)]
    public void Knows_headings_of_leave_only_where_they_name_days(string heading, RosterColumn? column) => Assert.Equal(column, LeaveColumns.Of(heading));

    [Fact]
    public void Has_nothing_to_say_of_a_sheet_without_rows() =>
        Assert.Equal(FileRefusal.NoRows, Assert.IsType<ReadOutcome.Refused>(new RosterReader(needsUnit: false).Read([Sheet(["姓名", "岗位"])])).Why);

    [Theory]
    [InlineData("2024.9至今", "2024-09-01", "9999-12-31")]
    [InlineData("2024.9.1—2027.8.31", "2024-09-01", "2027-08-31")]
    [InlineData("自2024年9月1日起至2025年7月止", "2024-09-01", "2025-07-31")]
    public void Reads_both_days_of_a_post_from_one_cell(string typed, string from, string until)
    {
        var row = Assert.Single(Read(["姓名", "岗位", "任职时间"], ["张三", "教师", typed]).Rows);

        Assert.Null(row.Problem);
        Assert.Equal((DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(until, CultureInfo.InvariantCulture)), (row.From, row.Until));
    }

    [Fact]
    public void Reads_numbers_as_their_format_shows_them_and_leaves_out_signs_that_nobody_sees()
    {
        Assert.Equal("00123", RosterCell.OfNumber(123, "00000").Text);
        Assert.Equal("2024.10", RosterCell.OfNumber(2024.1, "0.00").Text);
        Assert.Equal("2024.9", RosterCell.OfNumber(2024.9, "0.00").Text);
        Assert.Equal("0.5", RosterCell.OfNumber(0.5, "0.00").Text);
        Assert.Equal(("张三", "1001"), Read(["姓名", "岗位", "工号"], ["\uFEFF张三\u200B", "教师", "\u200E1001"]).Rows.Select(row => (row.Name, row.StaffNumber!)).Single());
    }

    [Fact]
    public void Refuses_a_staff_number_that_a_spreadsheet_has_rounded()
    {
        var row = Assert.Single(Read(["姓名", "岗位", "工号"], ["张三", "教师", "2.02409E+11"]).Rows);

        Assert.Equal(RowReason.StaffNumberUnreadable, row.Problem?.Reason);
        Assert.Null(row.StaffNumber);
    }

    private static ReadOutcome.Read Read(params object?[][] rows) => Assert.IsType<ReadOutcome.Read>(new RosterReader(needsUnit: false).Read([Sheet(rows)]));

    private static SheetCells Sheet(params object?[][] rows) => new()
    {
        Name = "表一",
        Rows = [.. rows.Select(row => row.Select(Cell).ToList())],
    };

    private static RosterCell Cell(object? value) => value switch
    {
        null => RosterCell.Blank,
        int number => RosterCell.OfNumber(number),
        double number => RosterCell.OfNumber(number),
        _ => RosterCell.OfText((string)value),
    };
}
