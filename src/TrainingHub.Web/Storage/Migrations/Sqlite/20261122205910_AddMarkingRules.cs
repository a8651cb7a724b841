using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddMarkingRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Choice",
                table: "AttemptEvents",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Item",
                table: "AttemptEvents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "AttemptEvents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Decided",
                table: "AnswerMarks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "AnswerMarks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MarkingRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuizSlug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    IsDouble = table.Column<bool>(type: "INTEGER", nullable: false),
                    MostApart = table.Column<int>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarkingRules", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MarkingRules_QuizSlug_SetAt",
                table: "MarkingRules",
                columns: new[] { "QuizSlug", "SetAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MarkingRules");

            migrationBuilder.DropColumn(
                name: "Choice",
                table: "AttemptEvents");

            migrationBuilder.DropColumn(
                name: "Item",
                table: "AttemptEvents");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "AttemptEvents");

            migrationBuilder.DropColumn(
                name: "Decided",
                table: "AnswerMarks");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "AnswerMarks");
        }
    }
}
