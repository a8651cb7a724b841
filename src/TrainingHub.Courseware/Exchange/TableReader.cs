using System.Globalization;
using System.Text.RegularExpressions;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Reads tables of questions: our template and those of others, by the words in their header rows.</summary>
public static class TableReader
{
    private const int MostRowsAbove = 15;
    private const int Sample = 6;
    private const int LongestName = 60;

    /// <param name="format">Workbook or CSV.</param>
    /// <param name="rows">All rows of all sheets, in order.</param>
    /// <param name="columns">What the columns are, as a person said; null: by the header row of each sheet. The first row that has words is then a header and not read.</param>
    public static ForeignReading Read(ExchangeFormat format, IReadOnlyList<TableRow> rows, IReadOnlyList<TableColumn>? columns = null)
    {
        List<ForeignQuestion> questions = [];
        List<string> unread = [];
        var bag = new PictureBag();
        foreach (var sheet in rows.GroupBy(row => row.Sheet, StringComparer.Ordinal))
        {
            List<TableRow> filled = [.. sheet.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)) || row.Problems.Count > 0)];
            var header = columns is null ? HeaderOf(filled) : (Row: 0, Columns: columns);
            if (header is null && filled.Exists(row => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) > 1))
            {
                unread.Add(sheet.Key);
            }

            if (header is { } known)
            {
                var (legend, isOurs) = (LegendOf(known.Columns, filled.ElementAtOrDefault(known.Row)), columns is null && IsOurs(filled[known.Row].Cells));
                var one = new SheetOf(known.Columns, legend, LevelsOf(known.Columns, filled.ElementAtOrDefault(known.Row)), hasOwnNames: columns is null, isOurs, isCsv: format is ExchangeFormat.Csv, bag);
                questions.AddRange(one.Read(filled.Skip(known.Row + 1), questions.Count));
            }
        }

        if (questions.Count > 0)
        {
            // What a sheet without a header holds is not left out in silence.
            questions.AddRange(unread.Select((sheet, index) => new ForeignQuestion { Number = questions.Count + index + 1, Where = sheet, Problems = [new ForeignProblem(ForeignFault.SheetUnread, sheet)] }).ToList());
            return new ForeignReading.Read(format, questions) { Pictures = bag.Kept };
        }

        List<TableRow> first = [.. rows.Where(row => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) >= 2).Take(Sample)];
        return first.Count < 2 || columns is not null || rows.GroupBy(row => row.Sheet, StringComparer.Ordinal).Any(sheet => HeaderOf([.. sheet]) is not null)
            ? new ForeignReading.Refused(FileFault.NoQuestions)
            : new ForeignReading.ColumnsUnknown(format, [.. first[0].Cells.Select(TableWords.ColumnOf)], first);
    }

    /// <summary>Whether a row is a header that is understood.</summary>
    internal static bool IsHeader(IReadOnlyList<string> cells) => ColumnsOf(cells) is not null;

    private static (int Row, IReadOnlyList<TableColumn> Columns)? HeaderOf(IReadOnlyList<TableRow> rows)
    {
        foreach (var (at, row) in rows.Take(MostRowsAbove).Index())
        {
            if (ColumnsOf(row.Cells) is { } columns)
            {
                return (at, columns);
            }
        }

        return null;
    }

    private static IReadOnlyDictionary<string, QuestionKind> LegendOf(IReadOnlyList<TableColumn> columns, TableRow? header) =>
        TableWords.LegendOf(NameOf(TableColumn.Kind, columns, header));

    private static int? LevelsOf(IReadOnlyList<TableColumn> columns, TableRow? header) => TableWords.LevelsOf(NameOf(TableColumn.Difficulty, columns, header));

    private static string NameOf(TableColumn column, IReadOnlyList<TableColumn> columns, TableRow? header) =>
        columns.Index().Where(one => one.Item == column).Select(one => header?.Cells.ElementAtOrDefault(one.Index)).FirstOrDefault() ?? "";

    // Our own template: its texts are plain and mean every sign. In the tables of others there is HTML.
    private static bool IsOurs(IReadOnlyList<string> cells) => cells.Contains("题目编号", StringComparer.Ordinal) && cells.Contains("字数上限", StringComparer.Ordinal);

    // A header has a stem and an answer; one of the two may have another column of the same name, the first counts.
    private static TableColumn[]? ColumnsOf(IReadOnlyList<string> cells)
    {
        var columns = cells.Select(cell => TableWords.ColumnOf(ForeignDraft.Clean(cell)) ?? TableColumn.Other).ToArray();
        NameAnswersAsOptions(cells, columns);
        var seen = new HashSet<TableColumn>();
        for (var at = 0; at < columns.Length; at++)
        {
            if (columns[at] is not (TableColumn.Option or TableColumn.Other) && !seen.Add(columns[at]))
            {
                columns[at] = TableColumn.Other;
            }
        }

        return seen.Contains(TableColumn.Stem) && seen.Contains(TableColumn.Answer) ? columns : null;
    }

    // answers beside mark: the first are what can be chosen.
    private static void NameAnswersAsOptions(IReadOnlyList<string> cells, TableColumn[] columns)
    {
        var (answers, mark) = (PlaceOf("answers"), PlaceOf("mark"));
        if (answers >= 0 && mark >= 0 && !columns.Any(column => column is TableColumn.Options or TableColumn.Option))
        {
            (columns[answers], columns[mark]) = (TableColumn.Options, TableColumn.Answer);
        }

        int PlaceOf(string name) => cells.Index().Where(cell => string.Equals(cell.Item.Trim(), name, StringComparison.OrdinalIgnoreCase)).Select(cell => cell.Index).DefaultIfEmpty(-1).First();
    }

    private sealed class SheetOf(IReadOnlyList<TableColumn> first, IReadOnlyDictionary<string, QuestionKind> legend, int? levels, bool hasOwnNames, bool isOurs, bool isCsv, PictureBag bag)
    {
        private readonly List<(ForeignDraft Draft, string Difficulty)> read = [];
        private IReadOnlyList<TableColumn> columns = first;
        private QuestionKind? heading;

        public IEnumerable<ForeignQuestion> Read(IEnumerable<TableRow> rows, int before)
        {
            foreach (var row in rows)
            {
                List<string> filled = [.. row.Cells.Select(ForeignDraft.Clean).Where(cell => cell.Length > 0)];
                if (filled is [var only] && columns.Count > 2 && row.Problems.Count is 0)
                {
                    if (TableWords.HeadingKind(only) is { } kind)
                    {
                        heading = kind;
                    }
                    else
                    {
                        var remark = new ForeignDraft(before + read.Count + 1, row.Number, row.Sheet) { Stem = only.Length > 200 ? only[..200] : only };
                        remark.Note(ForeignFault.NotAQuestion);
                        read.Add((remark, ""));
                    }

                    continue;
                }

                if (hasOwnNames && filled.TrueForAll(cell => cell.Length <= LongestName) && ColumnsOf(row.Cells) is { } next)
                {
                    // Another header further down, as below a heading: from here on the columns are these.
                    columns = next;
                    continue;
                }

                var draft = new ForeignDraft(before + read.Count + 1, row.Number, row.Sheet);
                foreach (var problem in row.Problems)
                {
                    draft.Note(problem.Fault, problem.Detail);
                }

                ReadRow(draft, row);
                draft.TakePicture([.. row.Pictures.Select(picture => new FoundPicture(picture.Name, picture.Alt))], found => bag.Take(draft, found, row.Pictures.First(picture => string.Equals(picture.Name, found.Address, StringComparison.Ordinal)).Bytes));
                read.Add((draft, Cell(row, TableColumn.Difficulty)));
            }

            ReadDifficulties();
            return read.Select(entry => entry.Draft.Finish());
        }

        private void ReadRow(ForeignDraft draft, TableRow row)
        {
            draft.Id = Cell(row, TableColumn.Id);
            draft.Stem = Words(draft, Cell(row, TableColumn.Stem), ForeignFault.PictureLeftOut);
            draft.Explanation = Words(draft, Cell(row, TableColumn.Explanation), ForeignFault.PictureDropped);
            draft.Category = Cell(row, TableColumn.Category);
            draft.Basis = Cell(row, TableColumn.Basis);
            draft.Source = Cell(row, TableColumn.Source);
            draft.Use = TableWords.UseOf(Cell(row, TableColumn.Use));
            draft.Tags.AddRange(Words(Cell(row, TableColumn.Tags)));
            draft.Points.AddRange(Words(Cell(row, TableColumn.Point)));
            draft.MostCharacters = int.TryParse(Cell(row, TableColumn.Characters), NumberStyles.None, CultureInfo.InvariantCulture, out var characters) && characters <= 20_000 ? characters : 0;
            draft.Options = [.. OptionsOf(draft, row).Select(option => Words(draft, option, ForeignFault.PicturesTooMany))];
            draft.NotePoints(Cell(row, TableColumn.Points));
            var (kind, answer) = (Cell(row, TableColumn.Kind), Cell(row, TableColumn.Answer));
            draft.Kind = kind.Length is 0 ? heading ?? Guess(draft, answer) : KindOf(kind);
            if (draft.Kind is null)
            {
                draft.Note(TableWords.IsHotspot(kind) ? ForeignFault.HotspotInTable : TableWords.IsForeignKind(kind) ? ForeignFault.Unsupported : ForeignFault.KindUnknown, kind);
                return;
            }

            if (isCsv && row.Cells.Skip(columns.Count).FirstOrDefault(cell => cell.Trim().Length > 0) is { } beyond)
            {
                // More cells than the header: a comma that is not quoted has shifted all behind it.
                draft.Note(ForeignFault.Malformed, beyond);
                return;
            }

            draft.Level = draft.Kind is QuestionKind.Judgement ? TableWords.LevelOf(Cell(row, TableColumn.Level)) : null;
            ReadAnswer(draft, answer);
            if (TableWords.IsOpenKind(kind) && draft.Right.Count > 0 && !legend.ContainsKey(kind))
            {
                TakeByCount(draft);
            }
        }

        // Numbers mean what the header says of them, else what most tables mean.
        private QuestionKind? KindOf(string kind) =>
            legend.TryGetValue(kind, out var said) ? said : legend.Count > 0 && kind.All(char.IsAsciiDigit) ? null : TableWords.KindOf(kind);

        private static void TakeByCount(ForeignDraft draft)
        {
            if (draft.Kind is QuestionKind.Multiple && draft.Right.Count is 1)
            {
                draft.Note(ForeignFault.TakenAsSingle);
            }

            draft.Kind = draft.Right.Count is 1 ? QuestionKind.Single : QuestionKind.Multiple;
        }

        // A table brings no pictures: it has at most their addresses.
        private string Words(ForeignDraft draft, string cell, ForeignFault withPicture)
        {
            if (isOurs || !HtmlText.LooksLikeMarkup(cell))
            {
                return cell;
            }

            List<FoundPicture> pictures = [];
            var plain = MarkedText.Read(draft, "auto", cell, pictures);
            if (pictures is [var first, ..])
            {
                draft.Note(withPicture, first.Name);
            }

            return plain;
        }

        private List<string> OptionsOf(ForeignDraft draft, TableRow row)
        {
            List<string> own = [.. columns.Index().Where(column => column.Item is TableColumn.Option).Select(column => At(row, column.Index))];
            if (isOurs)
            {
                // To the letter, also where each option begins with one.
                return [.. own.AsEnumerable().Reverse().SkipWhile(option => option.Length is 0).Reverse()];
            }

            return own.Exists(option => option.Length > 0) ? OptionText.Bare(own) : OptionText.Read(draft, Cell(row, TableColumn.Options));
        }

        private static QuestionKind? Guess(ForeignDraft draft, string answer) => draft.Options switch
        {
            // A letter alone may as well belong to options that the table does not have.
            [] => AnswerText.TrueFalse(answer, []) is not null && !AnswerText.IsLetter(answer) ? QuestionKind.TrueFalse : null,
            [var yes, var no] when AnswerText.IsTrueFalse(yes, no) => QuestionKind.TrueFalse,
            _ => AnswerText.Places(answer, draft.Options) switch { null => null, [_] => QuestionKind.Single, _ => QuestionKind.Multiple },
        };

        private void ReadAnswer(ForeignDraft draft, string answer)
        {
            switch (draft.Kind)
            {
                case QuestionKind.Single or QuestionKind.Multiple or QuestionKind.Judgement:
                    ReadPlaces(draft, answer);
                    break;
                case QuestionKind.TrueFalse when answer.Length > 0:
                    ReadTrueFalse(draft, answer);
                    break;
                case QuestionKind.FillIn:
                    draft.Options.Clear();
                    ReadBlanks(draft, answer);
                    break;
                case QuestionKind.Ordering:
                    ReadSteps(draft, answer);
                    break;
                case QuestionKind.Matching:
                    ReadPairs(draft);
                    break;
                case QuestionKind.Written:
                    draft.Options.Clear();
                    draft.Rubric = RubricText.Read(answer);
                    break;
                default:
                    break;
            }
        }

        private static void ReadTrueFalse(ForeignDraft draft, string answer)
        {
            if (AnswerText.TrueFalse(answer, draft.Options) is { } right)
            {
                draft.Right.Add(right);
                if (AnswerText.IsAmbiguous(answer, draft.Options))
                {
                    draft.Note(ForeignFault.AnswerAmbiguous, answer);
                }
            }
            else
            {
                draft.Note(ForeignFault.AnswerUnknown, answer);
            }
        }

        private static void ReadPlaces(ForeignDraft draft, string answer)
        {
            if (answer.Length is 0)
            {
                return;
            }

            var places = AnswerText.Places(answer, draft.Options);
            if (places is null)
            {
                draft.Note(ForeignFault.AnswerUnknown, answer);
            }
            else if (places.Any(place => place < 0 || place >= draft.Options.Count))
            {
                draft.Note(ForeignFault.AnswerOutOfRange, answer);
            }
            else
            {
                if (places.Distinct().Count() < places.Count)
                {
                    draft.Note(ForeignFault.AnswerRepeated, answer);
                }

                draft.Right.AddRange(places.Distinct());
            }
        }

        // A line for each blank. On one line several blanks are parted by semicolons or |, else by commas; variants of a blank by |, and as others write them.
        private void ReadBlanks(ForeignDraft draft, string answer)
        {
            var gaps = ForeignRule.Gap().Count(draft.Stem);
            if (gaps is 0)
            {
                draft.Stem = BracketGap(draft.Stem);
                gaps = ForeignRule.Gap().Count(draft.Stem);
            }

            draft.Blanks = [.. BlankText.Read(answer)];
            if (draft.Blanks.Count is 1 && gaps > 1)
            {
                string[] parts = answer.Split([';', '；', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                parts = parts.Length == gaps ? parts : answer.Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                draft.Blanks = parts.Length == gaps ? [.. parts.SelectMany(BlankText.Read)] : draft.Blanks;
            }

            if (!isOurs)
            {
                draft.Blanks = [.. draft.Blanks.Select(blank => blank is { Value: null, Accepted: [var only] } ? blank with { Accepted = WordVariants.Of(only) } : blank)];
            }
        }

        // （  ）, 【  】 or two low lines are how other templates print a blank.
        private static string BracketGap(string stem) =>
            Regex.Replace(stem, @"[（(\[【]\s*[】\])）]|_{2}|＿+|[{｛]\s*[}｝]", ForeignDraft.Blank, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

        private static void ReadSteps(ForeignDraft draft, string answer)
        {
            if (answer.Length is 0)
            {
                return;
            }

            if (AnswerText.Places(answer, draft.Options) is { } order && order.Count == draft.Options.Count && order.Distinct().Count() == order.Count && order.All(place => place >= 0 && place < draft.Options.Count))
            {
                draft.Options = [.. order.Select(place => draft.Options[place])];
            }
            else
            {
                draft.Note(ForeignFault.AnswerUnknown, answer);
            }
        }

        // 甲 → 乙 in each option; → 丙 belongs to none.
        private static void ReadPairs(ForeignDraft draft)
        {
            List<string> written = [.. draft.Options];
            draft.Options = [];
            foreach (var pair in written.Where(pair => pair.Length > 0))
            {
                var halves = pair.Split(["→", "->", "=>", "——"], 2, StringSplitOptions.TrimEntries);
                if (halves.Length is 2)
                {
                    draft.Pair(halves[0], halves[1]);
                }
                else
                {
                    draft.Note(ForeignFault.PairsMissing, pair);
                }
            }
        }

        // 1 to 3, to 5 or to 10: where the header does not say which of them a table means, it shows only in its greatest number.
        private void ReadDifficulties()
        {
            var numbers = read.ConvertAll(entry => int.TryParse(entry.Difficulty, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
            var said = isOurs ? 3 : levels;
            var most = said ?? numbers.DefaultIfEmpty().Max() switch { <= 3 => 3, <= 5 => 5, _ => 10 };
            var isGuessed = said is null;
            foreach (var ((draft, text), number) in read.Zip(numbers))
            {
                draft.Difficulty = TableWords.DifficultyOf(text) ?? TableWords.DifficultyOf(number, most);
                if (isGuessed && number > 0 && draft.Difficulty > 0)
                {
                    // Once for all rows of the sheet.
                    draft.Note(ForeignFault.DifficultyGuessed, most.ToString(CultureInfo.InvariantCulture));
                    isGuessed = false;
                }

                if (draft.Difficulty is 0 && text.Length > 0)
                {
                    draft.Note(ForeignFault.DifficultyUnknown, text);
                }
            }
        }

        private static string[] Words(string cell) => cell.Contains('\n', StringComparison.Ordinal)
            ? cell.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : cell.Split([',', '，', '、', ';', '；', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        private string Cell(TableRow row, TableColumn column)
        {
            for (var at = 0; at < columns.Count; at++)
            {
                if (columns[at] == column)
                {
                    return At(row, at);
                }
            }

            return "";
        }

        private static string At(TableRow row, int column) => column < row.Cells.Count ? ForeignDraft.Clean(row.Cells[column]) : "";
    }
}
