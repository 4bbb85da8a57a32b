"""The dialogs that open over the window: `dialogs.ChooseDialog(…)` makes one.

To add a dialog, add a row to `DIALOGS` and a line for mypy. A dialog's module is loaded when the
dialog is first opened.
"""

from typing import TYPE_CHECKING

from tui.loading import loaded_when_asked

DIALOGS = {
    "AnswerDialog": "tui.dialogs.reason",
    "AppendixKindDialog": "tui.dialogs.appendix_kind",
    "ChoicesDialog": "tui.dialogs.choices",
    "ChooseDialog": "tui.dialogs.choose",
    "ConflictsDialog": "tui.dialogs.conflicts",
    "Dialog": "tui.dialogs.dialog",
    "DifferencesDialog": "tui.dialogs.differences",
    "DraftDialog": "tui.dialogs.draft",
    "ExplainDialog": "tui.dialogs.explain",
    "ExportDialog": "tui.dialogs.export",
    "FindDialog": "tui.dialogs.find",
    "FormChoice": "tui.dialogs.form_choice",
    "FormatNameDialog": "tui.dialogs.learn",
    "HistoryDialog": "tui.dialogs.history",
    "ImportPreview": "tui.dialogs.import_preview",
    "KeysDialog": "tui.dialogs.keys",
    "LeadsDialog": "tui.dialogs.lead_packs",
    "LearnDialog": "tui.dialogs.learn",
    "MessagesDialog": "tui.dialogs.notice",
    "NarrowDialog": "tui.dialogs.narrow",
    "NoticeDialog": "tui.dialogs.notice",
    "NameDialog": "tui.dialogs.name",
    "OpenFileDialog": "tui.dialogs.open_file",
    "Palette": "tui.dialogs.palette",
    "OwnKeysDialog": "tui.dialogs.own_keys",
    "PressKeyDialog": "tui.dialogs.own_keys",
    "PastedTableDialog": "tui.dialogs.pasted_table",
    "PeriodDialog": "tui.dialogs.period",
    "PictureDialog": "tui.dialogs.picture",
    "ReasonDialog": "tui.dialogs.reason",
    "RegisterDialog": "tui.dialogs.register",
    "RenameDialog": "tui.dialogs.rename_plan",
    "LoadedSteps": "tui.dialogs.history",
    "ReplyDialog": "tui.dialogs.lead_packs",
    "RollDialog": "tui.dialogs.roll",
    "SettingsDialog": "tui.dialogs.settings",
    "ShareDialog": "tui.dialogs.share",
    "SheetDialog": "tui.dialogs.sheet",
    "SinceDialog": "tui.dialogs.since",
    "SpellingDialog": "tui.dialogs.spelling",
    "SetFieldDialog": "tui.dialogs.set_field",
    "TraceDialog": "tui.dialogs.trace",
    "VersionsDialog": "tui.dialogs.versions",
    "WrittenDialog": "tui.dialogs.written",
}
"""The module of each dialog, by the name of its class."""

if TYPE_CHECKING:
    from tui.dialogs.appendix_kind import AppendixKindDialog as AppendixKindDialog
    from tui.dialogs.choices import ChoicesDialog as ChoicesDialog
    from tui.dialogs.choose import ChooseDialog as ChooseDialog
    from tui.dialogs.conflicts import ConflictsDialog as ConflictsDialog
    from tui.dialogs.dialog import Dialog as Dialog
    from tui.dialogs.differences import DifferencesDialog as DifferencesDialog
    from tui.dialogs.draft import DraftDialog as DraftDialog
    from tui.dialogs.explain import ExplainDialog as ExplainDialog
    from tui.dialogs.export import ExportDialog as ExportDialog
    from tui.dialogs.find import FindDialog as FindDialog
    from tui.dialogs.form_choice import FormChoice as FormChoice
    from tui.dialogs.history import HistoryDialog as HistoryDialog
    from tui.dialogs.history import LoadedSteps as LoadedSteps
    from tui.dialogs.import_preview import ImportPreview as ImportPreview
    from tui.dialogs.keys import KeysDialog as KeysDialog
    from tui.dialogs.lead_packs import LeadsDialog as LeadsDialog
    from tui.dialogs.lead_packs import ReplyDialog as ReplyDialog
    from tui.dialogs.learn import FormatNameDialog as FormatNameDialog
    from tui.dialogs.learn import LearnDialog as LearnDialog
    from tui.dialogs.name import NameDialog as NameDialog
    from tui.dialogs.narrow import NarrowDialog as NarrowDialog
    from tui.dialogs.notice import MessagesDialog as MessagesDialog
    from tui.dialogs.notice import NoticeDialog as NoticeDialog
    from tui.dialogs.open_file import OpenFileDialog as OpenFileDialog
    from tui.dialogs.own_keys import OwnKeysDialog as OwnKeysDialog
    from tui.dialogs.own_keys import PressKeyDialog as PressKeyDialog
    from tui.dialogs.palette import Palette as Palette
    from tui.dialogs.pasted_table import PastedTableDialog as PastedTableDialog
    from tui.dialogs.period import PeriodDialog as PeriodDialog
    from tui.dialogs.picture import PictureDialog as PictureDialog
    from tui.dialogs.reason import AnswerDialog as AnswerDialog
    from tui.dialogs.reason import ReasonDialog as ReasonDialog
    from tui.dialogs.register import RegisterDialog as RegisterDialog
    from tui.dialogs.rename_plan import RenameDialog as RenameDialog
    from tui.dialogs.roll import RollDialog as RollDialog
    from tui.dialogs.set_field import SetFieldDialog as SetFieldDialog
    from tui.dialogs.settings import SettingsDialog as SettingsDialog
    from tui.dialogs.share import ShareDialog as ShareDialog
    from tui.dialogs.sheet import SheetDialog as SheetDialog
    from tui.dialogs.since import SinceDialog as SinceDialog
    from tui.dialogs.spelling import SpellingDialog as SpellingDialog
    from tui.dialogs.trace import TraceDialog as TraceDialog
    from tui.dialogs.versions import VersionsDialog as VersionsDialog
    from tui.dialogs.written import WrittenDialog as WrittenDialog
else:
    __getattr__ = loaded_when_asked(DIALOGS)
